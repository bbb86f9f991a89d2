import { fold } from '../languages/fold.ts';

/**
 * A word for search: letters and digits. Any other character ends it, an apostrophe included (l’emploi is l and emploi); an
 * ampersand joins the parts of an abbreviation (P&O).
 */
export const wordPattern = /[\p{L}\p{N}\p{M}\u00ad]+(&[\p{L}\p{N}\p{M}]+)*/gu;

/** The folded words of a text. */
export function searchWords(text: string): string[] {
  return wordsIn(fold(text));
}

/** The words of a folded text. */
export function wordsIn(folded: string): string[] {
  return folded.match(wordPattern) ?? [];
}
