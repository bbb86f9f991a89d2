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

/** Every published document of the site, in the order of its pages. */
export function allDocuments({ pages }: Site): SiteDocument[] {
  return pages.flatMap(({ documents }) => Object.values(documents));
}

/**
 * The document with this name beside a page.
 * @throws Error when there is none, which the gate rules out
 */
export function documentOf({ key, documents }: Page, name: string): SiteDocument {
  const document = Object.hasOwn(documents, name) ? documents[name] : undefined;
  if (!document) throw new Error(`The page "${key}" has no document "${name}".`);
  return document;
}

/** The documents that a page shows in a language, in reading order. */
export function documentsOn(page: Page, { code }: Language): SiteDocument[] {
  return twinOf(page, code).documents.map((name) => documentOf(page, name));
}

/** The same document in other languages of the site: beside it, with the same name but for the language. */
export function otherLanguagesOf(document: SiteDocument, page: Page, { languages }: Site): SiteDocument[] {
  return languages.flatMap(({ code }) => {
    const name = document.name.replace(/-[a-z]{2}(?=\.)/, `-${code}`);
    const other = Object.hasOwn(page.documents, name) ? page.documents[name] : undefined;
    return other && other !== document ? [other] : [];
  });
}

/** The earlier editions of a document, the latest first. */
export function earlierEditionsOf(document: SiteDocument, page: Page): SiteDocument[] {
  const own = readDocumentName(document.name);
  return Object.values(page.documents)
    .map((file) => ({ file, name: readDocumentName(file.name) }))
    .filter(
      ({ name }) =>
        name?.stem === own?.stem &&
        name?.language === own?.language &&
        name?.extension === own?.extension &&
        (name?.edition ?? '') < (own?.edition ?? ''),
    )
    .sort((a, b) => ((a.name?.edition ?? '') > (b.name?.edition ?? '') ? -1 : 1))
    .map(({ file }) => file);
}
