import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { languages } from '#lib/languages/languages.ts';
import { budgets } from '#publish/release/budget.ts';
import type { Report } from '#publish/release/weight.ts';
import { out } from '../published-site.ts';
import { indexOf, pathOf, questionsIn, rankOf, searchFileOf } from '../site-search.ts';
import type { Row } from './row.ts';

/** How well the built site answers the questions in `tests/fixtures/search`, and what a first search fetches. */
export function benchSearch(): Row[] {
  const ranks = languages.flatMap(({ code }) => {
    const index = indexOf(code);
    return Object.entries(questionsIn(code).questions).map(([question, answer]) =>
      rankOf(index, question, [pathOf(answer, code)]),
    );
  });
  const share = (isCounted: (rank: number) => boolean) =>
    (100 * ranks.filter(isCounted).length) / ranks.length;
  return [
    {
      what: `right answer first, of ${ranks.length} questions`,
      value: share((rank) => rank === 0),
      unit: '%',
    },
    { what: 'right answer in the first three', value: share((rank) => rank >= 0 && rank < 3), unit: '%' },
    { what: 'right answer later', value: share((rank) => rank >= 3), unit: '%', budget: 0 },
    { what: 'right answer absent', value: share((rank) => rank < 0), unit: '%', budget: 0 },
    ...languages.map(({ code }) => ({
      what: `first search, ${code}`,
      value: firstSearchOf(code),
      unit: 'B',
      budget: budgets.firstSearch,
    })),
  ];
}

/** The compressed bytes that a first search fetches: the module with its engine, and the search data. */
export function firstSearchOf(code: string): number {
  const { pages } = JSON.parse(readFileSync(path.join(out, 'report.json'), 'utf8')) as Report;
  const page = pages.find(
    ({ path: pagePath, kind }) => kind === 'fetching' && pagePath.startsWith(`/${code}/`),
  );
  return (page?.script ?? Number.NaN) + statSync(`${searchFileOf(code)}.br`).size;
}
