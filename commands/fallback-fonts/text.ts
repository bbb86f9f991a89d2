import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The hyphen that a browser puts at the end of a line, where the font has it; the web fonts have only the one of the keyboard. */
const hyphen = '\u2010';

/** What the languages are written with. */
export const letters: readonly string[] = [
  ...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789',
  ...'àáâäæçèéêëîïñôöùûüÿœÀÂÇÈÉÊËÎÏÔÙÛÜŒ',
  ...' \u00a0.,:;!?’‘“”«»()/@&+%€°–…·_-',
  hyphen,
];

/**
 * The letter that stands for another one of the same width in the web fonts. Digits are tabular, and a number is as likely as
 * another.
 */
export function modelOf(letter: string): string {
  if (/\d/.test(letter)) return '0';
  if (letter === '\u00a0') return ' ';
  return letter === hyphen ? '-' : letter;
}

/** Ordinary text of the site: letters count for as much as they occur in it, and are kerned as in it. */
const sample = readFileSync(path.join(import.meta.dirname, 'sample.txt'), 'utf8').replaceAll('\n', ' ');

/** Each pair of letters of the sample, and how often it occurs. */
export const pairs: ReadonlyMap<string, number> = countPairs([...sample].map(modelOf));

/** The share that a letter has in the sample; a letter that it lacks counts for a fifth of one. */
export function shareOf(letter: string): number {
  const model = modelOf(letter);
  const count = [...sample].filter((each) => modelOf(each) === model).length;
  return Math.max(count, 0.2) / sample.length;
}

function countPairs(models: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [index, letter] of models.entries()) {
    const next = models[index + 1];
    if (next) counts.set(letter + next, (counts.get(letter + next) ?? 0) + 1);
  }
  return counts;
}
