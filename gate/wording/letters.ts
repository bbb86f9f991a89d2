import type { Translated } from '#lib/languages/languages.ts';
import type { Prose } from './prose.ts';

/* The language of words by their letters: how often three letters are in a row in the texts of the site in each language. */

/** How often each three letters are in a row in the words of a language, the space around a word included. */
interface Letters {
  readonly counts: ReadonlyMap<string, number>;
  readonly total: number;
}

/** The letters of each language, by its code. */
export type LettersByLanguage = Translated<Letters>;

/** With fewer letters in a row, a language is unknown. The site has about 25,000 in each. */
const enough = 2000;

/** How much likelier letters must be in another language, as the mean logarithm. Of 571 times three words of the site none reach it, of 571 of the other language 541. */
const margin = 0.6;

/** The words of a text that are no names, and long enough to have letters of their own. */
export function plainWordsIn(text: string): string[] {
  return (text.match(/(?<![\p{L}\p{N}’'-])\p{Ll}{3,}(?!\p{L})/gu) ?? []).map((word) => word.toLowerCase());
}

/** Counts the letters of texts by language. */
export function lettersOf(proses: readonly Pick<Prose, 'text' | 'language'>[]): LettersByLanguage {
  const byLanguage = Map.groupBy(proses, ({ language }) => language.code);
  return Object.fromEntries(
    [...byLanguage].map(([code, own]) => {
      const counts = new Map<string, number>();
      const all = own.flatMap(({ text }) => plainWordsIn(text)).flatMap(rowsOf);
      for (const row of all) counts.set(row, (counts.get(row) ?? 0) + 1);
      return [code, { counts, total: all.length }];
    }),
  );
}

/** The code of the language whose letters words have, when it is not the language of the page by far; otherwise null. */
export function languageByLetters(words: readonly string[], code: string, letters: LettersByLanguage): string | null {
  const rows = words.flatMap(rowsOf);
  const own = letters[code];
  if (!own || own.total < enough) return null;
  const other = Object.entries(letters).find(
    ([each, { total }]) => each !== code && total >= enough && isLikelier(each),
  );
  return other?.[0] ?? null;

  function isLikelier(each: string): boolean {
    const sum = rows.reduce((before, row) => before + likelihood(row, letters[each]) - likelihood(row, own), 0);
    return sum / rows.length > margin;
  }
}

function likelihood(row: string, letters: Letters | undefined): number {
  return Math.log(((letters?.counts.get(row) ?? 0) + 0.5) / ((letters?.total ?? 0) + 5000));
}

/** `jour` as ` jo`, `jou`, `our` and `ur `. */
function rowsOf(word: string): string[] {
  return Array.from(word, (_, index) => ` ${word} `.slice(index, index + 3));
}
