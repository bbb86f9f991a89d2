import { formatPhone } from '../contacts/phone.ts';
import { inLanguage, type Language, type Translated } from '../languages/languages.ts';
import {
  type Contact,
  directoryPath,
  homeKey,
  type Page,
  pageOf,
  type Site,
  trailOf,
  twinOf,
} from '../site/site.ts';

/** Something that search can find, in one language: a page, or a unit of the directory. */
export interface SearchRecord {
  /** Where it leads: a page, or an entry of the directory. */
  readonly path: string;
  readonly kind: 'page' | 'unit';
  readonly title: string;
  /** Names of the pages above it, from the top; the home page goes without saying. */
  readonly place: readonly string[];
  /** The page whose text is searched; null for a unit without a page here. */
  readonly page: Page | null;
  /** What search shows of a unit without a page here. */
  readonly text: string;
  /** Its title and other names, in the other languages. */
  readonly translations: readonly { readonly language: Language; readonly name: string }[];
  /** Other names in all languages: abbreviations, names in daily use, synonyms, people. */
  readonly names: readonly string[];
  /** What it is about, in all languages: tasks, keywords, headings of the twins. */
  readonly subjects: readonly string[];
  /** Telephone numbers as people type them, without spaces: national, without area code, international. */
  readonly numbers: readonly string[];
}

/**
 * Everything that search can find in one language: each page but the search page, with the unit that it is about, and each
 * unit without a page here.
 */
export function searchRecords(site: Site, language: Language): SearchRecord[] {
  const pages = site.pages.filter(({ key }) => key !== site.search);
  const units = site.contacts.filter(({ page }) => !pages.some(({ key }) => key === page));
  return [
    ...pages.map((page) => recordOfPage(site, page, language)),
    ...(site.directory === null ? [] : units.map((unit) => recordOfUnit(site, unit, language))),
  ];
}

function recordOfPage(site: Site, page: Page, language: Language): SearchRecord {
  const { path, title, label } = twinOf(page, language.code);
  const about = site.contacts.filter((contact) => contact.page === page.key);
  const others = site.languages.filter(({ code }) => code !== language.code);
  return {
    path,
    kind: about.some(({ kind }) => kind !== 'organisation') ? 'unit' : 'page',
    title,
    place: trailOf(site, page)
      .slice(1, -1)
      .map((above) => twinOf(above, language.code).label),
    page,
    text: '',
    translations: others.map((other) => {
      const twin = twinOf(page, other.code);
      return { language: other, name: page.key === homeKey ? twin.label : twin.title };
    }),
    names: [title, label, ...about.flatMap((contact) => namesOf(contact, site))],
    subjects: [
      ...others.flatMap(({ code }) => twinOf(page, code).headings.map(({ text }) => text)),
      ...about.flatMap((contact) => subjectsOf(contact, site)),
    ],
    numbers: about.flatMap(numbersOf),
  };
}

function recordOfUnit(site: Site, contact: Contact, language: Language): SearchRecord {
  const nameIn = ({ code }: Language) => {
    const brand = contact.brand && inLanguage(contact.brand, code);
    return inLanguage(contact.name, code) + (brand ? ` (${brand})` : '');
  };
  const directory = pageOf(site, site.directory ?? '');
  return {
    path: directoryPath(site, contact.id, language.code),
    kind: 'unit',
    title: nameIn(language),
    place: [...trailOf(site, directory).slice(1)].map((above) => twinOf(above, language.code).label),
    page: null,
    text: inLanguage(contact.purpose, language.code),
    translations: site.languages
      .filter(({ code }) => code !== language.code)
      .map((other) => ({ language: other, name: nameIn(other) })),
    names: namesOf(contact, site),
    subjects: subjectsOf(contact, site),
    numbers: numbersOf(contact),
  };
}

function namesOf({ name, abbreviation, brand, synonyms, person }: Contact, { languages }: Site): string[] {
  return [
    ...[name, abbreviation, brand].flatMap((each) => (each ? inEvery(each, languages) : [])),
    ...(synonyms ? inEvery(synonyms, languages).flat() : []),
    ...(person ? [person] : []),
  ];
}

function subjectsOf({ tasks, keywords }: Contact, { languages }: Site): string[] {
  return [tasks, keywords].flatMap((each) => (each ? inEvery(each, languages).flat() : []));
}

function inEvery<T>(value: Translated<T>, languages: readonly Language[]): T[] {
  return languages.map(({ code }) => inLanguage(value, code));
}

/** +3225010411 as 025010411, 5010411 and 3225010411. */
function numbersOf({ channels }: Contact): string[] {
  return (channels?.phone ?? []).flatMap(({ number }) => {
    const national = formatPhone(number).replaceAll(/\D/g, '');
    const [, local = national] = /^\S+\s(.+)$/.exec(formatPhone(number)) ?? [];
    return [national, local.replaceAll(/\D/g, ''), number.slice(1)];
  });
}
