import { findAll } from '#lib/recognise/found.ts';
import type { Finding } from '../finding/finding.ts';
import { rule } from '../finding/finding.ts';
import type { Prose } from './prose.ts';
import { wholeWords } from './terms.ts';

export const placeholderText = rule({ code: 'C018', severity: 'error', guide: 'newPage', waits: true });

/** The texts of `placeholders` in one language, ready for matching. */
export interface PlaceholderFinder {
  readonly words: RegExp;
  readonly passages: readonly string[];
}

/** An entry with a capital is a whole passage, or its beginning when it ends in `…`; any other is a word in a passage. */
export function placeholderFinder(entries: readonly string[]): PlaceholderFinder {
  const isPassage = (entry: string) => /^\p{Lu}/u.test(entry);
  return {
    words: wholeWords(
      entries.filter((each) => !isPassage(each)),
      'i',
    ),
    passages: entries.filter(isPassage),
  };
}

/** Reports texts that hold a place (C018). */
export function checkPlaceholders(prose: Prose, { words, passages }: PlaceholderFinder): Finding[] {
  const isWhole = (text: string) =>
    passages.some((each) => text === each || (each.endsWith('…') && text.startsWith(each.slice(0, -1))));
  const whole = prose.passages.filter(({ start, end }) => isWhole(prose.text.slice(start, end).trim()));
  return [...whole, ...findAll(prose.text, words)].map((range) =>
    placeholderText.at(prose.place(range), { found: prose.text.slice(range.start, range.end).slice(0, 60) }),
  );
}
