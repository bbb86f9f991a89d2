import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { dataVersion, identifierPrefix } from '#lib/open-data/data-paths.ts';
import { unitsOfData } from '#lib/open-data/directory-data.ts';
import { notFoundFile, pathOfFile } from '#publish/hosts/site-files.ts';
import { choicePath, htmlOf, lostPath, out, publishedPages, site } from '../published-site.ts';
import { type Document, readDocument } from './document.ts';

const parsed = new Map<string, Document>();

/** The published document at a path, parsed once. */
export function documentAt(pagePath: string): Document {
  const document = parsed.get(pagePath) ?? readDocument(pagePath, htmlOf(pagePath));
  parsed.set(pagePath, document);
  return document;
}

/** Every page in every language. */
export const pages: readonly Document[] = publishedPages.map((page) => documentAt(page.path));

/** The choice of language. */
export const choice: Document = documentAt(choicePath);

/** The error page, at the path that its file would have as a page. */
export const notFound: Document = readDocument(pathOfFile(notFoundFile), htmlOf(lostPath));

/** Every published HTML document. */
export const documents: readonly Document[] = [choice, ...pages, notFound];

/** The documentation of the open data and the page at each identifier: in all languages, and outside the pages of editors. */
export const dataPages: readonly Document[] = [
  dataVersion,
  ...unitsOfData(site).map(({ id }) => identifierPrefix + id),
].map(documentAt);

/** Files by their path in a folder, with a leading slash. */
export type Files = ReadonlyMap<string, Buffer>;

/** Every file in `out/site`. */
export const siteFiles: Files = readFiles(path.join(out, 'site'));

function readFiles(folder: string): Files {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [`/${path.relative(folder, file).replaceAll(path.sep, '/')}`, readFileSync(file)]),
  );
}
