import { searchWords } from '../search/words.ts';
import { digitsOf } from './digits.ts';

// Part of the module that browsers load to filter the directory.

/** The searchable text of a unit. */
export interface Findable {
  /** Folded by `foldWords`. */
  readonly words: string;
  /** The digits of its phone numbers with country code, separated by spaces. */
  readonly digits: string;
}

/** The folded words of a text, separated by single spaces, with a space at both ends; those with ä, ö or ü as ae, oe and ue too. */
export function foldWords(text: string): string {
  const spelled =
    text
      .normalize('NFC')
      .match(/\S*[äöü]\S*/gi)
      ?.join(' ')
      .replace(/[äöü]/gi, '$&e') ?? '';
  return ` ${searchWords(`${text} ${spelled}`).join(' ')} `;
}

/**
 * Whether a unit matches a query: every word of the query is part of the unit's words, a short one at the start of a word. Words
 * of one or two letters count only without longer ones: beside them they are articles. A query of digits, however written, also
 * matches part of a phone number. An empty query matches every unit.
 */
export function matches({ words, digits }: Findable, query: string): boolean {
  const all = searchWords(query);
  const long = all.filter((term) => term.length > 2 || /\d/.test(term));
  const terms = long.length > 0 ? long : all;
  const number = digitsOf(query);
  return (
    terms.every((term) => words.includes(term.length < 4 ? ` ${term}` : term)) ||
    (number !== '' && digits.includes(number))
  );
}
