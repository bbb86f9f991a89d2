import { budgets } from '#publish/release/budget.ts';
import type { Report, Weight } from '#publish/release/weight.ts';

/**
 * Where a page exceeds its budgets, one sentence each.
 * @param isLong whether the gate warns that the page has more words than fit: then only its code has a budget
 */
export function pageFaults(page: Weight, isLong: boolean): string[] {
  return [
    ...excess(`${page.path}, script`, page.script, budgets.script[page.kind]),
    ...excess(`${page.path}, fonts`, page.fonts, budgets.fonts),
    ...excess(`${page.path}, style`, page.documentStyle, budgets.style),
    ...(isLong
      ? []
      : [
          ...excess(`${page.path}, first answer`, page.firstAnswer, budgets.firstAnswer, partsOf(page)),
          ...excess(`${page.path}, first visit`, page.total, budgets.total[page.kind], partsOf(page)),
        ]),
  ];
}

/** Where the site as a whole exceeds its budgets, one sentence each. */
export function siteFaults({ wholeStyle, median }: Report): string[] {
  return [
    ...excess('The style sheet of the whole site', wholeStyle, budgets.wholeStyle),
    ...excess('The first answer of the median page', median.firstAnswer, budgets.medianFirstAnswer),
  ];
}

function excess(what: string, bytes: number, budget: number, parts = ''): string[] {
  return bytes <= budget ? [] : [`${what}: ${bytes} bytes, ${bytes - budget} more than its budget${parts}.`];
}

function partsOf({ headers, document, documentStyle, documentData, fonts, script }: Weight): string {
  const parts: [name: string, bytes: number][] = [
    ['text and markup', document - documentStyle - documentData],
    ['style', documentStyle],
    ['data for machines', documentData],
    ['headers', headers],
    ['fonts', fonts],
    ['script', script],
  ];
  const sorted = parts.filter(([, bytes]) => bytes > 0).sort(([, a], [, b]) => b - a);
  return ` (${sorted.map(([name, bytes]) => `${name} ${bytes}`).join(', ')})`;
}
