import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { loadSite } from '#gate/load.ts';
import { languages } from '#lib/languages/languages.ts';
import { type Page, type Site, type Twin, twinOf } from '#lib/site/site.ts';
import type { Hosting } from '#publish/hosts/hosting.ts';
import { fileOfPage } from '#publish/hosts/site-files.ts';

/** The absolute path of the project. */
export const root = path.resolve(import.meta.dirname, '..');

/** The output of the build. */
export const out = path.join(root, 'out');

/** The site that the build rendered. */
export const site: Site = readSite();

/** One published page in one language. */
export interface PublishedPage {
  readonly page: Page;
  readonly twin: Twin;
  readonly path: string;
}

/** Every page in every language, without the language choice and the 404 page. */
export const publishedPages: readonly PublishedPage[] = site.pages.flatMap((page) =>
  languages.map(({ code }) => ({ page, twin: twinOf(page, code), path: twinOf(page, code).path })),
);

/** The path of the language choice. */
export const choicePath = '/';

/** A path without a page, for the 404 page. */
export const lostPath = '/nl/bestaat-niet';

/** The paths of all documents: every page, the language choice and the 404 page. */
export const documentPaths: readonly string[] = [choicePath, ...publishedPages.map(({ path: each }) => each), lostPath];

/** The HTML of a published document. */
export function htmlOf(pagePath: string): string {
  const file = pagePath === lostPath ? '/404.html' : fileOfPage(pagePath);
  return readFileSync(path.join(out, 'site', file), 'utf8');
}

/** The hosting rules that the build wrote. */
export function readHosting(): Hosting {
  return JSON.parse(readFileSync(path.join(out, 'hosting.json'), 'utf8'));
}

function readSite(): Site {
  if (!existsSync(path.join(out, 'manifest.json'))) throw new Error('There is no build; run npm run build.');
  const { day } = JSON.parse(readFileSync(path.join(out, 'manifest.json'), 'utf8')) as { day: string };
  const { site: loaded, findings } = loadSite({ root, languages, drafts: false, day });
  if (!loaded) throw new Error(`The content has ${findings.length} findings; run npm run check.`);
  return loaded;
}
