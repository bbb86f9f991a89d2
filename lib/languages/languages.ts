/**
 * The languages of the site. This is the only list: a language is data.
 * To add one: an entry here, `messages/<code>.json`, and a `<code>.mdx` twin for every page.
 *
 * No entry is a default. The order is the customary one of the federal services and has no other meaning.
 */
export const languages: readonly Language[] = [
  {
    code: 'nl',
    tag: 'nl-BE',
    name: 'Nederlands',
    frenchSpacing: false,
    quotes: ['‘', '’'],
    firstOfMonth: '1',
    letterBox: 'bus',
    commonWords: 'nld',
    hardestPage: 50,
  },
  {
    code: 'fr',
    tag: 'fr-BE',
    name: 'Français',
    frenchSpacing: true,
    quotes: ['« ', ' »'],
    firstOfMonth: '1er',
    letterBox: 'bte',
    commonWords: 'fra',
    hardestPage: 55,
  },
];

export interface Language {
  /** Name of the twin files, first segment of every path, key of every translated value. */
  readonly code: string;
  /** BCP 47 tag for `lang`, `hreflang` and Intl. */
  readonly tag: string;
  /** What its speakers call it. */
  readonly name: string;
  /** Whether a no-break space stands before `: ; ! ?` and inside « ». */
  readonly frenchSpacing: boolean;
  /** The quotation marks of the house, with the spaces inside them. */
  readonly quotes: readonly [string, string];
  /** How the first day of a month is written in a date. */
  readonly firstOfMonth: string;
  /** What stands before the number of a letter box in an address (bpost). */
  readonly letterBox: string;
  /** Its list of common words in the package stopword: the language's code in ISO 639-3. */
  readonly commonWords: string;
  /**
   * How hard to read a page may be: its LIX at most (see `tests/a11y/reading.ts`). 50 is where official texts begin on
   * Björnsson's scale. French says the same in more and longer words: our pages score four points more in it than in Dutch.
   */
  readonly hardestPage: number;
}

/** A value that exists once in every language. */
export type Translated<T = string> = Readonly<Record<string, T>>;

/** The part of a translated value that belongs to a language; a gap is a fault of ours, since the schema demands every language. */
export function inLanguage<T>(value: Translated<T>, code: string): T {
  const found = value[code];
  if (found === undefined) throw new Error(`No value for language "${code}".`);
  return found;
}

/** The language with this code. */
export function languageOf(code: string, list: readonly Language[] = languages): Language {
  const found = list.find((language) => language.code === code);
  if (!found) throw new Error(`Unknown language "${code}".`);
  return found;
}
