import { roundTrip } from '#lib/site/round-trip.ts';
import type { Report, Weight } from './weight.ts';

/** Limits in bytes. */
export const budgets = {
  firstAnswer: roundTrip,
  medianFirstAnswer: 9_500,
  /** The style sheet in a page. */
  style: 6 * 1024,
  wholeStyle: 9 * 1024,
  fonts: 32 * 1024,
  /** A first visit, by kind of page: first answer, fonts and modules. */
  total: { plain: 45 * 1024, enhanced: 45 * 1024, fetching: 50 * 1024 },
  /** All modules of a page, by kind of page. The module of search contains its engine. */
  script: { plain: 0, enhanced: 4 * 1024, fetching: 5 * 1024 },
  /** All that a first search fetches: the module, and the search data of one language, which grow with the site. */
  firstSearch: 25 * 1024,
} as const;

/**
 * Where a page exceeds its budgets, one sentence each. A test enforces them, so they never block an editor.
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

/** Where the site as a whole exceeds its budgets, one sentence each. A test enforces them, too. */
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
