import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '#commands/environment.ts';
import { budgets } from '#publish/release/budget.ts';
import type { Row } from './row.ts';

interface Sizes {
  readonly firstAnswer: number;
  readonly total: number;
  readonly script: number;
  readonly kind: string;
}

/** The compressed size of pages, as the last build reported it. */
export function benchWeight(): Row[] {
  const { median, pages } = JSON.parse(readFileSync(path.join(root, 'out/report.json'), 'utf8'));
  const most = (key: Exclude<keyof Sizes, 'kind'>, isCounted: (page: Sizes) => boolean) =>
    Math.max(...pages.filter(isCounted).map((page: Sizes) => page[key]));
  const isSearch = ({ kind }: Sizes) => kind === 'fetching';
  const isOther = (page: Sizes) => !isSearch(page);
  const rows = [
    ['first answer, median page', median.firstAnswer, budgets.medianFirstAnswer],
    ['first answer, heaviest page', most('firstAnswer', () => true), budgets.firstAnswer],
    ['first visit, heaviest page without search', most('total', isOther), budgets.total.enhanced],
    ['first visit, search page', most('total', isSearch), budgets.total.fetching],
    ['script, heaviest page without search', most('script', isOther), budgets.script.enhanced],
    ['script, search page', most('script', isSearch), budgets.script.fetching],
  ] as const;
  return rows.map(([what, value, budget]) => ({ what, value, unit: 'B', budget }));
}
