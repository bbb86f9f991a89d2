import { fold } from '../languages/fold.ts';

/**
 * What search takes for a word: letters and digits. Every other sign ends it, an apostrophe included (l’emploi is l and emploi);
 * an ampersand holds an abbreviation together (P&O).
 */
export const wordPattern = /[\p{L}\p{N}]+(&[\p{L}\p{N}]+)*/gu;

/** The words of a text, as search compares them. */
export function searchWords(text: string): string[] {
  return (text.normalize().match(wordPattern) ?? []).map(fold);
}
