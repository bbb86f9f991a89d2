import type { Language } from '../languages/languages.ts';
import { type Page, type Site, type SiteDocument, twinOf } from '../site/site.ts';
import { documentFolder } from './types.ts';

/** The address of a document: `/documents/report-2025-nl.pdf`. */
export function documentPath({ name }: Pick<SiteDocument, 'name'>): string {
  return documentFolder + name;
}

/** The parts of a name: `report-2025-2026-03-12-nl.pdf` is the edition of 12 March 2026 of `report-2025` in Dutch. */
export interface DocumentName {
  readonly stem: string;
  /** YYYY-MM-DD; null for the first edition. */
  readonly edition: string | null;
  /** Code of a language; null for a document without one. */
  readonly language: string | null;
  readonly extension: string;
}

/** Reads the name of a document; null when it is no such name. */
export function readDocumentName(name: string): DocumentName | null {
  const match = /^([a-z0-9]+(?:-[a-z0-9]+)*?)(?:-(\d{4}-\d\d-\d\d))?(?:-([a-z]{2}))?\.([a-z0-9]+)$/.exec(name);
  const [, stem, edition = null, language = null, extension] = match ?? [];
  return stem && extension ? { stem, edition, language, extension } : null;
}

/** The name of a document without its edition and its language: `report-2025.pdf`. */
export function nameOfWork(name: string): string {
  const parts = readDocumentName(name);
  return parts ? `${parts.stem}.${parts.extension}` : name;
}

/** The editions of a document in a language, among the names beside its page: the latest first. */
function editionsOf(name: string, language: string | null | undefined, names: readonly string[]): string[] {
  const editionOf = (each: string) => readDocumentName(each)?.edition ?? '';
  return names
    .filter((each) => nameOfWork(each) === nameOfWork(name) && readDocumentName(each)?.language === language)
    .sort((a, b) => (editionOf(a) > editionOf(b) ? -1 : 1));
}

/** The latest edition of a document in a language, among the names beside its page; undefined when there is none. */
export function latestEdition(name: string, language: string, names: readonly string[]): string | undefined {
  return editionsOf(name, language, names)[0];
}

/** Every published document of the site, in the order of its pages. */
export function allDocuments({ pages }: Site): SiteDocument[] {
  return pages.flatMap(({ documents }) => Object.values(documents));
}

/** The document with this name beside a page; throws Error when there is none, which the gate rules out. */
export function documentOf({ key, documents }: Page, name: string): SiteDocument {
  const document = Object.hasOwn(documents, name) ? documents[name] : undefined;
  if (!document) throw new Error(`The page "${key}" has no document "${name}".`);
  return document;
}

/** The documents that a page shows in a language, in reading order. */
function documentsOn(page: Page, { code }: Language): SiteDocument[] {
  return twinOf(page, code).documents.map((name) => documentOf(page, name));
}

/** The same document in other languages of the site, each in its latest edition: an edition may exist in one language only. */
export function otherLanguagesOf({ name }: SiteDocument, page: Page, { languages }: Site): SiteDocument[] {
  return languages
    .filter(({ code }) => code !== readDocumentName(name)?.language)
    .flatMap(({ code }) => latestEdition(name, code, Object.keys(page.documents)) ?? [])
    .map((other) => documentOf(page, other));
}

/** The earlier editions of a document, the latest first. */
export function earlierEditionsOf({ name }: SiteDocument, page: Page): SiteDocument[] {
  const editions = editionsOf(name, readDocumentName(name)?.language, Object.keys(page.documents));
  return editions.slice(editions.indexOf(name) + 1).map((each) => documentOf(page, each));
}

/** A page about a report, with its year and the day on its cover. */
export type Publication = Page & { readonly publication: NonNullable<Page['publication']> };

/** Whether a page is about a report. */
export function isPublication(page: Page): page is Publication {
  return page.publication !== null;
}

/** The publications of the site, the newest first: by the day on the cover, then by year and key. */
export function publicationsOf({ pages }: Site): Publication[] {
  const order = ({ key, publication: { published, year } }: Publication) => `${published} ${year} ${key}`;
  return pages.filter(isPublication).sort((a, b) => (order(a) > order(b) ? -1 : 1));
}

/** The documents of a page for readers of a language, and the same ones in other languages. */
export function allVersionsOn(page: Page, site: Site, language: Language): SiteDocument[] {
  const shown = documentsOn(page, language);
  return [...new Set(shown.flatMap((each) => [each, ...otherLanguagesOf(each, page, site)]))];
}
