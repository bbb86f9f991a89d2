import { fold } from '../languages/fold.ts';

/** A word for search: letters and digits. An apostrophe ends it (l’emploi); an ampersand joins an abbreviation (P&O). */
export const wordPattern = /[\p{L}\p{N}\p{M}\u00ad]+(&[\p{L}\p{N}\p{M}]+)*/gu;

/** The folded words of a text. */
export function searchWords(text: string): string[] {
  return wordsIn(fold(text));
}

/** The words of a folded text. */
export function wordsIn(folded: string): string[] {
  return folded.match(wordPattern) ?? [];
}
