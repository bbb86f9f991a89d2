/*
 * How the directory is filtered, in the browser and in tests. Kept small: browsers load it.
 */

import { fold } from '../languages/fold.ts';

/** What can be found of a unit. */
export interface Findable {
  /** Folded words. */
  readonly words: string;
  /** The digits of its phone numbers, with country code, parted by spaces. */
  readonly digits: string;
}

/** The folded words of a text, separated by single spaces, with a space at both ends. */
export function foldWords(text: string): string {
  return ` ${fold(text)
    .replace(/[^\p{L}\p{N}&]+/gu, ' ')
    .trim()} `;
}

/**
 * Whether a unit answers a question: every word of it stands somewhere among the unit's words, a short one at the start of a
 * word. Words of one or two letters count only alone: beside others they are articles. Or the question is a part of a phone
 * number, however written. An empty question finds all.
 */
export function matches({ words, digits }: Findable, question: string): boolean {
  const all = foldWords(question).trim().split(' ');
  const long = all.filter((term) => term.length > 2 || /\d/.test(term));
  const terms = long.length > 0 ? long : all;
  return (
    terms.every((term) => words.includes(term.length < 4 ? ` ${term}` : term)) ||
    (/^[\d\s+()./-]{3,}$/.test(question) && digits.includes(question.replace(/\D/g, '').replace(/^0+/, '')))
  );
}
