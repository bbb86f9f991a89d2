import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { loadSite } from '#gate/load.ts';
import { languages } from '#lib/languages/languages.ts';
import { type Page, type Site, type Twin, twinOf } from '#lib/site/site.ts';
import type { Hosting } from '#publish/hosts/hosting.ts';
import { fileOfPage } from '#publish/hosts/site-files.ts';

/** The project's root. */
export const root = path.resolve(import.meta.dirname, '..');

/** What the build wrote. */
export const out = path.join(root, 'out');

/** The site that the tests look at: the same value that the build rendered. */
export const site: Site = readSite();

/** One published page in one language. */
export interface PublishedPage {
  readonly page: Page;
  readonly twin: Twin;
  readonly path: string;
}

/** Every page in every language; the choice of language and the 404 are apart. */
export const publishedPages: readonly PublishedPage[] = site.pages.flatMap((page) =>
  languages.map(({ code }) => ({ page, twin: twinOf(page, code), path: twinOf(page, code).path })),
);

/** The address of the choice of language. */
export const choicePath = '/';

/** An address that no page has, to see the 404 page. */
export const lostPath = '/nl/bestaat-niet';

/** The addresses of all documents: every page, the choice of language, and a lost one for the 404. */
export const documentPaths: readonly string[] = [
  choicePath,
  ...publishedPages.map(({ path: each }) => each),
  lostPath,
];

/** The HTML of a published page, as a host sends it. */
export function htmlOf(pagePath: string): string {
  const file = pagePath === lostPath ? '/404.html' : fileOfPage(pagePath);
  return readFileSync(path.join(out, 'site', file), 'utf8');
}

/** The rules for hosts that the build wrote. */
export function readHosting(): Hosting {
  return JSON.parse(readFileSync(path.join(out, 'hosting.json'), 'utf8'));
}

function readSite(): Site {
  const { site: loaded, findings } = loadSite({ root, languages, drafts: false });
  if (!loaded) throw new Error(`The content has ${findings.length} findings; run npm run check.`);
  if (!existsSync(path.join(out, 'hosting.json'))) throw new Error('There is no build; run npm run build.');
  return loaded;
}
