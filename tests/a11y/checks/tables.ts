import type { Found } from './form-answers.ts';

/* Each function runs in the page, so it contains all that it needs. */

/** Tables without header cells, with headers of another direction, or with a caption in a cell. */
export function findTableFaults(): Found[] {
  const found: Found[] = [];
  const tell = (rule: string, element: Element, words: string) =>
    found.push({ rule, element: kit.describe(element), words });
  for (const table of document.querySelectorAll('table:not([role])')) {
    if (table.querySelectorAll('tr').length > 1 && !table.querySelector('th'))
      tell('table-without-headers', table, 'has no header cells');
    const [top, second] = [...table.querySelectorAll('tr')];
    const [cell, ...others] = [...(top?.children ?? [])];
    if (
      cell?.matches('[colspan]') &&
      others.length === 0 &&
      (second?.childElementCount ?? 0) > 1 &&
      !table.querySelector('caption')
    )
      tell('layout-table-as-data', cell, 'is a caption in a cell');
    const isBold = (part: Element) => {
      const inner = [...part.querySelectorAll('*')].find((each) => kit.wordsOf(each) === kit.wordsOf(part)) ?? part;
      return Number(getComputedStyle(inner).fontWeight) >= 600 && kit.wordsOf(part) !== '';
    };
    const heads = [...(top?.querySelectorAll('td') ?? [])];
    if (heads.length > 1 && heads.every(isBold) && second && ![...second.querySelectorAll('td')].every(isBold))
      tell('table-without-headers', table, 'has bold cells for headers');
    for (const head of table.querySelectorAll<HTMLTableCellElement>('th[scope]')) {
      const row = head.parentElement as HTMLTableRowElement;
      const isTop = [...row.cells].every((each) => each.matches('th')) && row.cells.length > 1;
      const isSide = row.querySelector('td') !== null && head.cellIndex === 0;
      if ((isTop && head.scope === 'row' && head.cellIndex > 0) || (isSide && head.scope === 'col'))
        tell('table-without-headers', head, `says that it is the header of a ${head.scope}, and is not`);
    }
  }
  return found;
}

/** Rows that only a style draws as a table, and tables that are layout by their role and data by their markup. */
export function findDrawnTables(): Found[] {
  const found: Found[] = [];
  const tell = (rule: string, element: Element, words: string) =>
    found.push({ rule, element: kit.describe(element), words });
  const rows = [...document.body.querySelectorAll('div, p, li, span')].filter(
    (row) =>
      getComputedStyle(row).display === 'table-row' && row.childElementCount > 1 && !row.closest('table, [role="row"]'),
  );
  for (const [first, second] of Map.groupBy(rows, (row) => row.parentElement).values())
    if (first && second) tell('table-unsaid', first, 'is a row of a table without the markup of one');
  for (const table of document.querySelectorAll('table[role="presentation"], table[role="none"]')) {
    if (table.querySelector('th, caption'))
      tell('layout-table-as-data', table, 'is said to be layout, and is marked up as data');
  }
  return found;
}
