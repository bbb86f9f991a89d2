import { closestMatch } from 'leven';

/** The candidate that the writer most probably meant: at most two typing errors away; null when none is that close. */
export function closest(word: string, candidates: Iterable<string>): string | null {
  return closestMatch(word, [...candidates], { maxDistance: 2 }) ?? null;
}
