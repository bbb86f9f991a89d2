import { readFileSync } from 'node:fs';
import path from 'node:path';
import { inject } from 'vitest';
import { loadSite } from '#gate/load.ts';
import { languages } from '#lib/languages/languages.ts';
import { pageOf, type Site, twinOf } from '#lib/site/site.ts';
import type { Report } from '#publish/release/weight.ts';
import { fixtureDay } from './content/news-and-notices.ts';

/** The root of the copy of the project in which the site of the fixtures is built. */
export const root = inject('kindsRoot');

const loaded = loadSite({ root, languages, drafts: false, day: fixtureDay });

/** What the gate finds in the content of the fixtures. */
export const findings = loaded.findings;

/** The site of the fixtures. */
export const site: Site = siteOf();

function siteOf(): Site {
  if (!loaded.site) throw new Error('The content of the fixtures has errors.');
  return loaded.site;
}

/** The absolute path of a file of the build: `site/nl.html`, `report.json`. */
export const out = (file = ''): string => path.join(root, 'out', file);

/** The HTML of a page, by its path. */
export const htmlOf = (pagePath: string): string =>
  readFileSync(out(`site${pagePath === '/' ? '/index' : pagePath}.html`), 'utf8');

/** The paths of a page, one for each language. */
export const pathsOf = (key: string): string[] => languages.map(({ code }) => twinOf(pageOf(site, key), code).path);

/** The HTML of a page in each language. */
export const pagesOf = (key: string): string[] => pathsOf(key).map(htmlOf);

/** What the build weighed. */
export const report = JSON.parse(readFileSync(out('report.json'), 'utf8')) as Report;
