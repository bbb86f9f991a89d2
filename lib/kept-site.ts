import path from 'node:path';
import { type LoadResult, loadSite } from './content/load.ts';
import { contactOf, deepFreeze, type Site, withoutDrafts } from './content/site.ts';
import { hashOfFiles } from './hash-of-files.ts';
import { languages } from './i18n/languages.ts';
import { keep, keepOnly, kept } from './kept.ts';

/**
 * The site that was read and found in order last, drafts included, kept so that the other programs of a build need not read and
 * check all content again. It is found by the bytes of everything that it depends on: the content, the code that read it, the
 * versions of its packages. It may be deleted at any time.
 */

const folder = '.next/cache/site';

/** Everything that decides what the content means, besides Node.js itself. */
const dependsOn = ['content', 'lib', 'package-lock.json'];

/**
 * The site as it is published, read from the disk or as it was kept.
 * @param root absolute path of the project
 * @returns no site, and all findings, when the content cannot be published
 */
export function siteToPublish(root: string): Pick<LoadResult, 'site' | 'findings'> {
  const name = siteNameOf(root);
  const found = name === null ? null : keptSite(root, name);
  if (found) return { site: deepFreeze(withoutDrafts(found)), findings: [] };
  const { site, findings } = loadSite({ root, languages, drafts: true });
  if (site && name !== null) keepSite(root, name, site);
  return { site: site && deepFreeze(withoutDrafts(site)), findings };
}

/**
 * The name under which the site of this content is kept; null where there is something else than files and folders, about
 * which the content check has something to say.
 * @param root absolute path of the project
 */
export function siteNameOf(root: string): string | null {
  return hashOfFiles(root, dependsOn);
}

/** The site that is kept under a name; null when there is none, or a damaged one. */
export function keptSite(root: string, name: string): Site | null {
  const bytes = kept(path.join(root, folder), name);
  return bytes && siteFrom(bytes.toString('utf8'));
}

/** A site that was written as JSON, which knows no value that stands in two places: the organisation is one of the contacts. */
function siteFrom(json: string): Site {
  const site = JSON.parse(json) as Site;
  return { ...site, organisation: contactOf(site, site.organisation.id) };
}

/** Keeps a site in the place of the one before. */
export function keepSite(root: string, name: string, site: Site): void {
  keep(path.join(root, folder), name, Buffer.from(JSON.stringify(site)));
  keepOnly(path.join(root, folder), new Set([name]));
}
