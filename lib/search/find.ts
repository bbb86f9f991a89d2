import { joinElisions } from './elisions.ts';
import type { Term } from './query.ts';
import { searchWords } from './words.ts';

/** The part of Pagefind's interface that search uses. */
export interface Pagefind {
  options(options: object): Promise<void>;
  search(term: string): Promise<{ readonly results: readonly Match[] }>;
}

/** A record that Pagefind found. */
export interface Match {
  readonly id: string;
  readonly score: number;
  /** Where in its text the term stands; nowhere, when only its metadata hold it. */
  readonly words: readonly number[];
  data(): Promise<Found>;
}

/** What search shows of a record. */
export interface Found {
  readonly url: string;
  /** `unit` and `tasks` hold the names and the subjects of a unit, parted by `. `. */
  readonly meta: { readonly title: string; readonly unit?: string; readonly tasks?: string };
  readonly filters: { readonly kind: readonly string[]; readonly place?: readonly string[] };
  /** Text with `<mark>` around what was found; `<` and `>` of the text itself are escaped. */
  readonly excerpt: string;
}

/** How Pagefind is set up: on the page's own thread, for an index in a folder that never changes. */
export const settings = {
  baseUrl: '/',
  excerptEllipsis: '…',
  // Without it, the name of the index would be asked for anew each time.
  metaCacheTag: '',
  // A worker would need more code, and a policy of its own that lets WebAssembly through.
  noWorker: true,
  // What a record is called and what it is about count more than a word of its text; for units more than for pages, so that
  // whoever names a unit or its task gets the unit first.
  ranking: { metaWeights: { title: 5, names: 5, subjects: 3, unit: 8, tasks: 5, numbers: 9 } },
} as const;

/** Other words count a little less than those that were asked for. */
const synonymWeight = 0.9;

/** Records below this part of the best one are noise. */
const leastOfBest = 0.25;

/**
 * What the index holds for a query, best first. Every word counts for itself, so that a sentence finds what only some of its
 * words find, with rare words before common ones.
 * @param ways all ways to say the query, its own words first
 */
export async function find(pagefind: Pagefind, ways: readonly (readonly Term[])[]): Promise<Match[]> {
  const best = new Map<string, { readonly match: Match; readonly score: number }>();
  for (const way of ways) {
    const sums = new Map<string, number>();
    for (const { text, weight } of way) {
      for (const match of (await pagefind.search(text)).results) {
        const { id } = match;
        const score = (sums.get(id) ?? 0) + match.score * weight * (way === ways[0] ? 1 : synonymWeight);
        sums.set(id, score);
        const known = best.get(id);
        best.set(id, {
          // Its excerpt shows the first word of the query that stands in the text.
          match: known && known.match.words.length > 0 ? known.match : match,
          score: Math.max(score, known?.score ?? 0),
        });
      }
    }
  }
  const found = [...best.values()].sort((a, b) => b.score - a.score);
  return found.filter(({ score }) => score > leastOfBest * (found[0]?.score ?? 0)).map(({ match }) => match);
}

/**
 * What was found in the same order, but first the units that are called so, or have that task: word for word what was asked,
 * letter case and accents aside.
 */
export function unitsFirst(found: readonly Found[], query: string): Found[] {
  const wordsOf = (text: string) => searchWords(joinElisions(text)).join(' ');
  const asked = wordsOf(query);
  const { named = [], others = [] } = Object.groupBy(found, ({ meta: { unit, tasks } }) =>
    `${unit}. ${tasks}`.split('. ').some((text) => wordsOf(text) === asked) ? 'named' : 'others',
  );
  return [...named, ...others];
}
