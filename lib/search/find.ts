import type { Term } from './query.ts';

/** The part of Pagefind's interface that search uses. */
export interface Pagefind {
  options(options: object): Promise<void>;
  search(term: string): Promise<{ readonly results: readonly Match[] }>;
}

/** A record that Pagefind found. */
export interface Match {
  readonly id: string;
  readonly score: number;
  data(): Promise<Found>;
}

/** What search shows of a record. */
export interface Found {
  readonly url: string;
  readonly meta: { readonly title: string };
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
    const sums: typeof best = new Map();
    for (const { text, weight } of way) {
      for (const match of (await pagefind.search(text)).results) {
        const sum = sums.get(match.id)?.score ?? 0;
        const score = sum + match.score * weight * (way === ways[0] ? 1 : synonymWeight);
        sums.set(match.id, { match, score });
        if (!(score < (best.get(match.id)?.score ?? 0))) best.set(match.id, { match, score });
      }
    }
  }
  const found = [...best.values()].sort((a, b) => b.score - a.score);
  return found.filter(({ score }) => score > leastOfBest * (found[0]?.score ?? 0)).map(({ match }) => match);
}
