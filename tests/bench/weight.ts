import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '#commands/environment.ts';
import { budgets } from '#publish/release/budget.ts';
import type { Row } from './row.ts';

interface Sizes {
  readonly firstAnswer: number;
  readonly total: number;
  readonly script: number;
}

/** The compressed size of pages, as the last build reported it. */
export function benchWeight(): Row[] {
  const { median, pages } = JSON.parse(readFileSync(path.join(root, 'out/report.json'), 'utf8'));
  const most = (key: keyof Sizes) => Math.max(...pages.map((page: Sizes) => page[key]));
  const rows = [
    ['first answer, median page', median.firstAnswer, budgets.medianFirstAnswer],
    ['first answer, heaviest page', most('firstAnswer'), budgets.firstAnswer],
    ['first visit, heaviest page', most('total'), budgets.total],
    ['script, heaviest page', most('script'), budgets.script.enhanced],
  ] as const;
  return rows.map(([what, value, budget]) => ({ what, value, unit: 'B', budget }));
}
