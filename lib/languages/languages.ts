/**
 * The languages of the site. This is the only list: a language is data.
 * To add one: an entry here, and the other steps of docs/content.md, “Add a language”.
 *
 * No entry is a default. The order is customary in the federal services and has no other meaning.
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
    questionWords: 'waar wanneer waarom welk welke hoeveel jullie jouw mag moeten wilt zoek krijg graag',
    numbers:
      'één|eerste twee|tweede drie|derde vier|vierde vijf|vijfde zes|zesde zeven|zevende acht|achtste negen|negende tien|tiende elf twaalf dertien veertien vijftien zestien zeventien achttien negentien twintig',
    denials: 'niet geen nooit nergens niemand zonder behalve tenzij alleen enkel slechts uitsluitend',
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
    questionWords: 'comment quand pourquoi combien quoi chez veux voudrais peux puis peut faut cherche',
    numbers:
      'premier|première deux|deuxième|second|seconde trois|troisième quatre|quatrième cinq|cinquième six|sixième sept|septième huit|huitième neuf|neuvième dix|dixième|dizaine onze douze|douzaine treize quatorze quinze|quinzaine seize dix-sept dix-huit dix-neuf vingt|vingtaine',
    denials: 'pas jamais aucun aucune rien ni sans sauf hormis seulement uniquement exclusivement',
    hardestPage: 55,
  },
];

/** What differs from language to language. */
export interface Language {
  /** Base name of twins and messages, first segment of every path, key in every translated value. */
  readonly code: string;
  /** BCP 47 tag for `lang`, `hreflang` and Intl. */
  readonly tag: string;
  /** Its name in the language itself. */
  readonly name: string;
  /** Whether a no-break space precedes `: ; ! ?` and is inside « ». */
  readonly frenchSpacing: boolean;
  /** Quotation marks by the house style, with the spaces inside them. */
  readonly quotes: readonly [string, string];
  /** The first day of a month in a date. */
  readonly firstOfMonth: string;
  /** The word before the number of a letter box in an address (bpost). */
  readonly letterBox: string;
  /** Name of its list of common words in the package stopword: the code in ISO 639-3. */
  readonly commonWords: string;
  /** Words of questions that search ignores as well, with a space between two. */
  readonly questionWords?: string;
  /** The words for the numbers from one on, with their ordinals: `één|eerste twee|tweede`. A twin may have the number in figures. */
  readonly numbers?: string;
  /** The words that deny or limit a statement, with a space between two. */
  readonly denials?: string;
  /**
   * Maximum LIX of a page (see `tests/a11y/reading.ts`). On Björnsson's scale,
   * official texts begin at 50. French needs more and longer words: equal pages score four points more in it than in Dutch.
   */
  readonly hardestPage: number;
}

const letters = [...'abcdefghijklmnopqrstuvwxyz'];

/** Every text of two letters, `aa` to `zz`: the form of the codes of languages (ISO 639-1) and of countries (ISO 3166-1). */
export const twoLetterCodes: readonly string[] = letters.flatMap((first) => letters.map((second) => first + second));

/** A value with one part per language, by language code. */
export type Translated<T = string> = Readonly<Record<string, T>>;

/** The part of a translated value in a language; throws when it has none, which the schemas rule out. */
export function inLanguage<T>(value: Translated<T>, code: string): T {
  const found = value[code];
  if (found === undefined) throw new Error(`No value for language "${code}".`);
  return found;
}

/** A value for each language, made from its code. */
export function inEach<T>(list: readonly Language[], valueIn: (code: string) => T): Translated<T> {
  return Object.fromEntries(list.map(({ code }) => [code, valueIn(code)]));
}

/** The language with this code; throws when there is none. */
export function languageOf(code: string, list: readonly Language[] = languages): Language {
  const found = list.find((language) => language.code === code);
  if (!found) throw new Error(`Unknown language "${code}".`);
  return found;
}
