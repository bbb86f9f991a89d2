import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type LoadResult, loadSite } from './content/load.ts';
import { contactOf, deepFreeze, type Site, withoutDrafts } from './content/site.ts';
import { hashOfFiles } from './hash-of-files.ts';
import { languages } from './i18n/languages.ts';

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
  const kept = name === null ? null : keptSite(root, name);
  if (kept) return { site: deepFreeze(withoutDrafts(kept)), findings: [] };
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
  try {
    const [hash, json = ''] = readFileSync(fileOf(root, name), 'utf8').split('\n', 2);
    return hash === hashOf(json) ? siteFrom(json) : null;
  } catch {
    return null;
  }
}

/** A site that was written as JSON, which knows no value that stands in two places: the organisation is one of the contacts. */
function siteFrom(json: string): Site {
  const site = JSON.parse(json) as Site;
  return { ...site, organisation: contactOf(site, site.organisation.id) };
}

/** Keeps a site in the place of the one before. What cannot be kept is read again: a full disk is not the cache's to report. */
export function keepSite(root: string, name: string, site: Site): void {
  const file = fileOf(root, name);
  // Under its name only when it is whole; two programs may keep the same.
  const part = `${file}.${process.pid}`;
  try {
    const json = JSON.stringify(site);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(part, `${hashOf(json)}\n${json}`);
    renameSync(part, file);
    for (const other of readdirSync(path.dirname(file))) {
      if (!other.startsWith(name)) rmSync(path.join(path.dirname(file), other), { force: true });
    }
  } catch {
    rmSync(part, { force: true });
  }
}

const fileOf = (root: string, name: string): string => path.join(root, folder, `${name}.json`);

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
