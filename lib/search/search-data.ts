import type { Language } from '../languages/languages.ts';

/** What the browser searches: everything of the site in one language, as the build writes it. */
export interface SearchData {
  readonly records: readonly SearchedRecord[];
  /** Terms that mean the same: each one or more folded words, separated by single spaces. */
  readonly synonyms: readonly (readonly string[])[];
  /** Folded words that are too common to search for, in every language of the site. */
  readonly common: readonly string[];
}

/** A page or a unit of the directory. Lists hold texts as the site writes them. */
export interface SearchedRecord {
  /** Address of the page, or of the entry in the directory. */
  readonly path: string;
  readonly kind: 'page' | 'unit';
  readonly title: string;
  /** Labels of the pages above it, from the top, without the home page. */
  readonly place: readonly string[];
  /** Other names, in every language: label, abbreviation, brand, synonyms, people. */
  readonly names: readonly string[];
  /** Its title in each other language, with the name of that language: `['Service de traduction', 'Frans']`. */
  readonly translations: readonly (readonly [title: string, language: string])[];
  /** What it is for, in every language: keywords of the page, tasks of the unit; without a page, keywords of the unit too. */
  readonly topics: readonly string[];
  /** Keywords of a unit with a page, and names of the authorities that the page mentions, in every language. */
  readonly keywords: readonly string[];
  /** Telephone numbers in digits, with country code: `3225010411`. */
  readonly numbers: readonly string[];
  /** One line per block of the page; a heading starts with `headingMark`. */
  readonly text: string;
}

/** Starts the line of a heading in a text. */
export const headingMark = '# ';

/** The address of the search data of a language; publishing adds a hash to it. */
export function searchDataPath({ code }: Pick<Language, 'code'>): string {
  return `/search-${code}.json`;
}
