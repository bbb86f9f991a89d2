import { fold } from '../languages/fold.ts';
import { wordPattern } from './words.ts';

/** What search knows of a site in one language, besides the index: `<language>.json` beside it. */
export interface Lexicon {
  /** Every word of the index, in small letters, separated by spaces. */
  readonly words: string;
  /** Terms that mean the same: each one or more words as search compares them, separated by one space. */
  readonly groups: readonly (readonly string[])[];
}

/** A word or a phrase to look up, and how much it counts. */
export interface Term {
  readonly text: string;
  readonly weight: number;
}

/** A query as search understands it. */
export interface Query {
  /** What was typed, with the nearest word that the site knows in the place of one that it does not know. */
  readonly text: string;
  /** All ways to say it: first with its own words, then with a term replaced by another one of its group. */
  readonly ways: readonly (readonly Term[])[];
}

/** How many letters an ending may have, so that a word counts as a form of another one: vertalingen of vertaling. */
const longestEnding = 3;

/** Understands what somebody typed: slips, synonyms, telephone numbers in any form. */
export function readQuery(typed: string, { words, groups }: Lexicon): Query {
  const indexed = words.split(' ').map(fold);
  // By its folded form, each word as the site writes it.
  const known = new Map(
    [...groups.flat(), words].flatMap((text) => text.split(' ')).map((word) => [fold(word), word]),
  );
  const meant: string[] = [];
  const asked = joinNumber(typed);
  const text = asked.normalize().replace(wordPattern, (written) => {
    const word = fold(written);
    const found = isKnown(word, known.keys()) ? word : nearest(word, known.keys());
    if (found) meant.push(found);
    return found === word ? written : (known.get(found ?? '') ?? written);
  });
  const ways = waysToSay(` ${meant.join(' ')} `, groups).map((way) =>
    way.filter((term) => term.text.split(' ').every((word) => isKnown(word, indexed))),
  );
  return { text: text === asked ? typed : text, ways };
}

/** A telephone number as the index has it, without spaces, signs and 00 before its country code; any other text as it is. */
function joinNumber(typed: string): string {
  return /^[\d\s+()./-]{6,}$/.test(typed) ? typed.replace(/\D/g, '').replace(/^00/, '') : typed;
}

/** Whether a word is a known one, the start of one, or a form of one. Nobody misspells a number. */
function isKnown(word: string, known: Iterable<string>): boolean {
  return (
    /^\d/.test(word) ||
    [...known].some(
      (each) =>
        each.startsWith(word) ||
        (each.length > 4 && word.startsWith(each) && word.length <= each.length + longestEnding),
    )
  );
}

/** The nearest known word; null when none is near. A short word with a slip is another word. */
function nearest(word: string, known: Iterable<string>): string | null {
  let found: string | null = null;
  let fewest = word.length < 5 ? 1 : word.length < 8 ? 2 : 3;
  for (const each of known) {
    const slips = distance(word, each);
    if (slips < fewest) [found, fewest] = [each, slips];
  }
  return found;
}

/**
 * How many letters must be added, left out or replaced to make one word of the other (Levenshtein). Our own, because the usual
 * package weighs more than it would save.
 */
function distance(one: string, other: string): number {
  let row = [...other, ''].map((_, place) => place);
  for (const letter of one) {
    const next = [(row[0] ?? 0) + 1];
    for (const [place, same] of [...other].entries()) {
      const [left = 0, above = 0, before = 0] = [next[place], row[place + 1], row[place]];
      next.push(Math.min(left + 1, above + 1, before + (letter === same ? 0 : 1)));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** @param query words with a space around each */
function waysToSay(query: string, groups: Lexicon['groups']): Term[][] {
  return [
    termsOf(query),
    ...groups.flatMap((group) =>
      group.flatMap((term) => {
        const [before = '', after] = query.split(` ${term} `);
        if (after === undefined) return [];
        return (
          group
            .filter((other) => other !== term)
            // A phrase that takes the place of one word counts as one word.
            .map((text) => [
              ...termsOf(`${before} ${after}`),
              { text, weight: lengthOf(term) / lengthOf(text) },
            ])
        );
      }),
    ),
  ];
}

/** The words of a query one by one; words of one or two letters, such as articles, only where there is no longer one. */
function termsOf(query: string): Term[] {
  const words = query.split(' ').filter(Boolean);
  const long = words.filter(({ length }) => length > 2);
  return (long.length > 0 ? long : words).map((text) => ({ text, weight: 1 }));
}

function lengthOf(term: string): number {
  return term.split(' ').length;
}
