import { expect, it } from 'vitest';
import { medianLengthOf, sharedSentences } from '../published/checks/sentences.ts';
import { pages } from '../published/site.ts';

/** A sentence with this many words or more is on one page only. */
const leastWords = 6;

/** The longest accepted median of the words in a sentence, for each page. */
const longestMedian = 14;

it('No two pages share a sentence of six words or more', () => {
  expect(sharedSentences(pages, leastWords)).toEqual([]);
});

it('The median sentence of each page has at most 14 words', () => {
  const medians = pages.flatMap((page) => {
    const words = medianLengthOf(page);
    return words === null ? [] : [{ path: page.path, words }];
  });
  expect(medians.length).toBeGreaterThan(pages.length / 2);
  const table = medians.map(({ path, words }) => `${words}\t${path}`).join('\n');
  expect(
    medians.filter(({ words }) => words > longestMedian),
    `words in the median sentence:\n${table}`,
  ).toEqual([]);
});
