import { describe, expect, it } from 'vitest';
import { languages } from '#lib/languages/languages.ts';
import { headingMark } from '#lib/search/search-data.ts';
import { indexOf, pathOf, queryLists, questionsIn, rankOf, ranksOf } from '../site-search.ts';

describe.each(languages)('A search ($code)', ({ code }) => {
  const index = indexOf(code);
  const { questions, plain, slip, meant, elsewhere } = questionsIn(code);

  it('is tested with thirty questions', () => {
    expect(Object.keys(questions)).toHaveLength(30);
  });

  it.each(Object.entries(questions))('finds for "%s" among the first three results %s', (question, answer) => {
    const rank = rankOf(index, question, [pathOf(answer, code)]);
    expect(rank).toBeGreaterThanOrEqual(0);
    expect(rank).toBeLessThan(3);
  });

  it('marks the words of the query in the excerpt', () => {
    const [first] = index.answer(plain).results;
    const marked = first?.excerpt.filter((_, place) => place % 2 === 1) ?? [];
    expect(marked.length).toBeGreaterThan(0);
    expect(first?.excerpt.join('')).not.toContain(headingMark);
  });

  it('corrects a slip', () => {
    const { query, results } = index.answer(slip);
    expect(query).toBe(meant);
    expect(results.length).toBeGreaterThan(0);
  });

  it.each(elsewhere)('finds nothing for "%s", and corrects no word of it', (query) => {
    expect(index.answer(query)).toEqual({ query, results: [] });
  });
});

describe.each(queryLists)('The $list queries of visitors', ({ list, first, three, absent }) => {
  const ranks = ranksOf(list);
  const shareOf = (isCounted: (rank: number) => boolean) =>
    (100 * ranks.filter(({ rank }) => isCounted(rank)).length) / ranks.length;

  it('are more than a hundred, in every language', () => {
    expect(ranks.length).toBeGreaterThan(100);
    expect(new Set(ranks.map(({ query }) => query.code))).toEqual(new Set(languages.map(({ code }) => code)));
  });

  it(`find the right answer first in ${first} % and in the first three in ${three} %`, () => {
    expect(shareOf((rank) => rank === 0)).toBeGreaterThanOrEqual(first);
    expect(shareOf((rank) => rank >= 0 && rank < 3)).toBeGreaterThanOrEqual(three);
  });

  it(`lack the right answer in at most ${absent} %`, () => {
    const lacking = ranks.filter(({ rank }) => rank < 0).map(({ query }) => query.query);
    expect(
      shareOf((rank) => rank < 0),
      lacking.join(),
    ).toBeLessThanOrEqual(absent);
  });
});
