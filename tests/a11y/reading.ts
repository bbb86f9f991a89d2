import type { Language } from '#lib/languages/languages.ts';

/** The readability of a text. */
export interface Reading {
  readonly words: number;
  readonly sentences: number;
  /** Words in a sentence, on average. */
  readonly sentenceLength: number;
  /** Words with more than six letters, in per cent. */
  readonly longWords: number;
  /** Below 30: books for children; 30 to 40: fiction; 40 to 50: newspapers; 50 to 60: official texts; above: for specialists. */
  readonly lix: number;
}

/**
 * Measures the readability of a text as LIX: the average number of words in a sentence plus the percentage of words with more than
 * six letters (C. H. Björnsson, “Läsbarhet”, 1968; for other languages than Swedish in his “Readability of newspapers in 11
 * languages”, Reading Research Quarterly 18, 1983). LIX counts letters, where the formulas of Flesch, Douma, and Kandel and Moles
 * count syllables, which programs can only guess; and a new language needs no constants of its own, only a limit.
 *
 * Sentences end by Intl.Segmenter (UAX #29) and at the end of a passage, so that each list item is one. A hyphen joins words; an
 * apostrophe separates them (`l’administration`).
 * @param passages paragraphs and list items: the running text of a page
 */
export function readingOf(passages: readonly string[], { tag }: Pick<Language, 'tag'>): Reading {
  const segmenter = new Intl.Segmenter(tag, { granularity: 'sentence' });
  const sentences = passages
    .flatMap((passage) => [...segmenter.segment(passage.replace(/\s+/g, ' '))])
    .map(({ segment }) => wordsOf(segment))
    .filter((words) => words.length > 0);
  const words = sentences.flat();
  const long = words.filter((word) => [...word].length > 6);
  const sentenceLength = words.length / Math.max(1, sentences.length);
  const longWords = (100 * long.length) / Math.max(1, words.length);
  return {
    words: words.length,
    sentences: sentences.length,
    sentenceLength: round(sentenceLength),
    longWords: round(longWords),
    lix: round(sentenceLength + longWords),
  };
}

function wordsOf(sentence: string): readonly string[] {
  return sentence.replaceAll('\u00ad', '').match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? [];
}

/** Rounds to one decimal. */
const round = (value: number) => Math.round(value * 10) / 10;
