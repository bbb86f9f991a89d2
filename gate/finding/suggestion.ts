import { closestMatch } from 'leven';

/** The candidate that the writer most probably meant: at most two typing errors away; `none` when none is that close. */
export function suggestionFor(word: string, candidates: Iterable<string>): string {
  return closestMatch(word, [...candidates], { maxDistance: 2 }) ?? 'none';
}
