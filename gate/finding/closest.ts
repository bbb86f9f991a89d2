import { closestMatch } from 'leven';

/**
 * The candidate that the writer most probably meant: at most two slips (insertion, deletion, replacement) away.
 * @returns null when nothing is near enough to be worth suggesting
 */
export function closest(word: string, candidates: Iterable<string>): string | null {
  return closestMatch(word, [...candidates], { maxDistance: 2 }) ?? null;
}
