import { mailboxesOf, phoneNumbersOf } from '../contacts/channels.ts';
import { fold } from '../languages/fold.ts';
import { inLanguage, type Language, type Translated } from '../languages/languages.ts';
import { nameOfLanguage } from '../languages/quantities.ts';
import { type Contact, directoryPath, homeKey, type Page, pageOf, type Site, trailOf, twinOf } from '../site/site.ts';
import type { SearchedRecord } from './search-data.ts';

/** The search record of a page or a unit, without the text of the page. */
export interface SearchRecord extends Omit<SearchedRecord, 'text'> {
  /** The sentence that describes a unit without a page; null for a page, whose text is read from the published document. */
  readonly text: string | null;
}

/** Everything that search can find in one language: each page but the search page with its units, and each unit without a page. */
export function searchRecords(site: Site, language: Language): SearchRecord[] {
  const pages = site.pages.filter(({ key }) => key !== site.search);
  const units = site.contacts.filter(({ page }) => !pages.some(({ key }) => key === page));
  return [
    ...pages.map((page) => recordOfPage(site, page, language)),
    ...(site.directory === null ? [] : units.map((unit) => recordOfUnit(site, unit, language))),
  ];
}

function recordOfPage(site: Site, page: Page, language: Language): SearchRecord {
  const { path, label } = twinOf(page, language.code);
  const about = site.contacts.filter((contact) => contact.page === page.key);
  // The title of the home page is a sentence.
  const titleIn = ({ code }: Language) => twinOf(page, code)[page.key === homeKey ? 'label' : 'title'];
  const { title, translations, titles } = titlesOf(site, language, titleIn);
  const names = different([label, ...about.flatMap((contact) => namesOf(contact, site))], titles);
  const topics = different(
    [
      ...site.languages.flatMap(({ code }) => twinOf(page, code).keywords),
      ...about.flatMap(({ tasks }) => inEvery(tasks, site)),
    ],
    [...titles, ...names],
  );
  return {
    path,
    kind: about.some(({ kind }) => kind !== 'organisation') ? 'unit' : 'page',
    title,
    place: labelsOf(trailOf(site, page).slice(1, -1), language),
    names,
    translations,
    topics,
    keywords: different(
      about.flatMap(({ keywords }) => inEvery(keywords, site)),
      [...names, ...topics],
    ),
    numbers: about.flatMap(numbersOf),
    text: null,
  };
}

function recordOfUnit(site: Site, contact: Contact, language: Language): SearchRecord {
  const titleIn = ({ code }: Language) => {
    const brand = contact.brand && inLanguage(contact.brand, code);
    return inLanguage(contact.name, code) + (brand ? ` (${brand})` : '');
  };
  const { title, translations, titles } = titlesOf(site, language, titleIn);
  const names = different(namesOf(contact, site), titles);
  return {
    path: directoryPath(site, contact.id, language.code),
    kind: 'unit',
    title,
    place: labelsOf(trailOf(site, pageOf(site, site.directory ?? '')).slice(1), language),
    names,
    translations,
    topics: different([...inEvery(contact.tasks, site), ...inEvery(contact.keywords, site)], names),
    keywords: [],
    numbers: numbersOf(contact),
    text: inLanguage(contact.purpose, language.code),
  };
}

function labelsOf(pages: readonly Page[], { code }: Language): string[] {
  return pages.map((page) => twinOf(page, code).label);
}

/** The title of a record, its titles in the other languages with the name of each, and all of them. */
function titlesOf({ languages }: Site, language: Language, titleIn: (language: Language) => string) {
  const title = titleIn(language);
  const others = languages.filter(({ code }) => code !== language.code);
  const translations = others.map((other) => [titleIn(other), nameOfLanguage(other.code, language)] as const);
  return { title, translations, titles: [title, ...translations.map(([each]) => each)] };
}

/** All names of a contact in every language, with its person and its mailboxes. */
export function namesOf(contact: Contact, site: Site): string[] {
  const { name, abbreviation, brand, synonyms, person } = contact;
  return [
    ...[name, abbreviation, brand, synonyms].flatMap((each) => inEvery(each, site)),
    ...(person ? [person] : []),
    ...mailboxesOf(contact),
  ];
}

/** Each text once, whatever its case and accents, without those of another list. */
function different(texts: readonly string[], others: readonly string[] = []): string[] {
  const known = new Set(others.map(fold));
  return [...new Map(texts.map((text) => [fold(text), text]))]
    .filter(([folded]) => !known.has(folded))
    .map(([, text]) => text);
}

function inEvery(value: Translated<string | readonly string[]> | undefined, { languages }: Site): string[] {
  return value ? languages.flatMap(({ code }) => inLanguage(value, code)) : [];
}

/** The digits of the phone numbers of a unit: `+3225010411` as `3225010411`. */
function numbersOf(contact: Contact): string[] {
  return phoneNumbersOf(contact).map((number) => number.slice(1));
}
