import type { Place } from '../in-page.ts';

/** Columns and rows of short texts that are neither a table nor lists nor fields: at least three rows that share their columns. */
export function findGrids(): (Place & { readonly rule: string })[] {
  const isPlain = (element: Element) =>
    !element.matches('table, ul, ol, dl, li, form, nav, svg, h1, h2, h3, h4, p, [role]') &&
    !element.closest('table, dl, [role="table"], [role="grid"], nav, header, footer, svg, form, [aria-hidden="true"]');
  const isCell = (element: Element) =>
    kit.wordsOf(element) !== '' &&
    kit.wordsOf(element).length < 60 &&
    !element.querySelector('p, ul, h2, h3, h4, input, button, table, svg, img');
  const cellsOf = (box: Element): Element[] => {
    const children = [...box.children].filter(kit.isShown);
    if (children.length >= 6 && children.every(isCell)) return children;
    const rows = children.filter((row) => row.childElementCount > 1 && [...row.children].every(isCell));
    return rows.length === children.length && rows.length >= 3 ? rows.flatMap((row) => [...row.children]) : [];
  };
  return [...document.body.querySelectorAll('div, section, article, main')].filter(isPlain).flatMap((box) => {
    const cells = cellsOf(box).filter(kit.isShown);
    const lefts = Map.groupBy(cells, (cell) => Math.round(cell.getBoundingClientRect().left));
    const tops = Map.groupBy(cells, (cell) => Math.round(cell.getBoundingClientRect().top));
    const hasFigures = cells.filter((cell) => /\d/.test(kit.wordsOf(cell))).length >= 3;
    const weights = new Set(cells.map((cell) => getComputedStyle(cell).fontWeight));
    const isTable = tops.size >= 3 && lefts.size >= 2 && lefts.size * tops.size === cells.length;
    return isTable && (hasFigures || weights.size > 1)
      ? [{ rule: 'table-unsaid', element: kit.describe(box), words: 'shows a table without the markup of one' }]
      : [];
  });
}
