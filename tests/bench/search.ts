import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { languages } from '#lib/languages/languages.ts';
import { budgets } from '#publish/release/budget.ts';
import type { Report } from '#publish/release/weight.ts';
import { out } from '../published-site.ts';
import { indexOf, pathOf, queryLists, questionsIn, rankOf, ranksOf, searchFileOf } from '../site-search.ts';
import type { Row } from './row.ts';

/** How well the built site answers the questions and queries in `tests/fixtures/search`, and what a first search fetches. */
export function benchSearch(): Row[] {
  const questions = languages.flatMap(({ code }) => {
    const index = indexOf(code);
    return Object.entries(questionsIn(code).questions).map(([question, answer]) =>
      rankOf(index, question, [pathOf(answer, code)]),
    );
  });
  return [
    ...shares('questions', questions, { first: 0, three: 100, absent: 0 }),
    ...queryLists.flatMap(({ list, ...least }) =>
      shares(
        `${list} queries`,
        ranksOf(list).map(({ rank }) => rank),
        least,
      ),
    ),
    ...languages.map(({ code }) => ({
      what: `first search, ${code}`,
      value: firstSearchOf(code),
      unit: 'B',
      budget: budgets.firstSearch,
    })),
  ];
}

/** Where the right answers are. Budgets are upper limits, so the rows count what is not first and not in the first three. */
function shares(
  what: string,
  ranks: readonly number[],
  { first, three, absent }: Readonly<Record<'first' | 'three' | 'absent', number>>,
): Row[] {
  const row = (which: string, isCounted: (rank: number) => boolean, budget: number): Row => ({
    what: `${ranks.length} ${what}: ${which}`,
    value: (100 * ranks.filter(isCounted).length) / ranks.length,
    unit: '%',
    budget,
  });
  return [
    row('right answer not first', (rank) => rank !== 0, 100 - first),
    row('right answer not in the first three', (rank) => rank < 0 || rank > 2, 100 - three),
    row('right answer absent', (rank) => rank < 0, absent),
  ];
}

/** The compressed bytes that a first search fetches: the module with its engine, and the search data. */
export function firstSearchOf(code: string): number {
  const { pages } = JSON.parse(readFileSync(path.join(out, 'report.json'), 'utf8')) as Report;
  const page = pages.find(({ path: pagePath, kind }) => kind === 'fetching' && pagePath.startsWith(`/${code}/`));
  return (page?.script ?? Number.NaN) + statSync(`${searchFileOf(code)}.br`).size;
}
