import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { unitDataPath } from '#lib/open-data/data-paths.ts';
import type { Hosting } from '#publish/hosts/hosting.ts';
import { nginxConfiguration } from '#publish/hosts/nginx.ts';
import { out, publishedPages, site } from '../published-site.ts';
import { copySite } from './hosts.ts';

export interface SiteWithHistory {
  readonly folder: string;
  readonly hosting: Hosting;
  /** Old paths, each with the page or the data file that it redirects to. */
  readonly moved: ReadonlyMap<string, string>;
  /** Old paths that are gone for good. */
  readonly gone: readonly string[];
}

/** A copy of the published site with two old paths for each page, one that moved and one that is gone, and an old path of a data file. */
export async function siteWithHistory(): Promise<SiteWithHistory> {
  const folder = await copySite(out);
  const rules = path.join(folder, 'hosting.json');
  const published: Hosting = JSON.parse(await readFile(rules, 'utf8'));
  const moved = new Map(publishedPages.map(({ path: page }) => [`${page}/oud-adres-2019`, page]));
  // A record that has another id since.
  moved.set(unitDataPath('oud-id', 'ttl'), unitDataPath(site.organisation.id, 'ttl'));
  const gone = publishedPages.map(({ path: page }) => `${page}/verdwenen-2019`);
  const hosting: Hosting = {
    ...published,
    redirects: { ...published.redirects, ...Object.fromEntries(moved) },
    gone: [...published.gone, ...gone],
  };
  await writeFile(rules, JSON.stringify(hosting));
  await writeFile(path.join(folder, 'nginx.conf'), nginxConfiguration(hosting));
  return { folder, hosting, moved, gone };
}
