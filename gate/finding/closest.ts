import { closestMatch } from 'leven';

/**
 * The candidate that the writer most probably meant: at most two typing errors (insertion, deletion, replacement) away.
 * @returns null when none is close enough to suggest
 */
export function closest(word: string, candidates: Iterable<string>): string | null {
  return closestMatch(word, [...candidates], { maxDistance: 2 }) ?? null;
}
