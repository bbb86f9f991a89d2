import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '#commands/environment.ts';
import { budgets } from '#publish/release/budget.ts';
import type { Report } from '#publish/release/weight.ts';
import type { Row } from './row.ts';

/** What pages weigh, as the last build says. */
export function benchWeight(): Row[] {
  const { wholeStyle, median, pages } = JSON.parse(
    readFileSync(path.join(root, 'out/report.json'), 'utf8'),
  ) as Report;
  const most = (of: (page: Report['pages'][number]) => number) => Math.max(...pages.map(of));
  return [
    {
      what: 'first answer, median page',
      value: median.firstAnswer,
      unit: 'B',
      budget: budgets.medianFirstAnswer,
    },
    {
      what: 'first answer, heaviest page',
      value: most((page) => page.firstAnswer),
      unit: 'B',
      budget: budgets.firstAnswer,
    },
    {
      what: 'first visit, heaviest page',
      value: most((page) => page.total),
      unit: 'B',
      budget: budgets.total,
    },
    {
      what: 'script, heaviest page',
      value: most((page) => page.script),
      unit: 'B',
      budget: budgets.script.enhanced,
    },
    { what: 'style sheet of the whole site', value: wholeStyle, unit: 'B', budget: budgets.wholeStyle },
  ];
}
