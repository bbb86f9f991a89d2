import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { contactOf, deepFreeze, type Site } from './site.ts';

/** The content check writes the validated site to this file; rendering and publishing read it, so a build reads `content/` once. */
const file = '.next/cache/site.json';

/** Stores the validated site for the later steps of a build, in the project at `root`. */
export function storeSite(root: string, site: Site): void {
  const target = path.join(root, file);
  mkdirSync(path.dirname(target), { recursive: true });
  const part = `${target}.${process.pid}`;
  writeFileSync(part, JSON.stringify(site));
  renameSync(part, target);
}

/** The site that the content check stored in the project at `root`; throws when there is none. */
export function storedSite(root: string): Site {
  const site = JSON.parse(read(path.join(root, file))) as Site;
  // JSON keeps no references: the organisation must be the same object as its contact.
  return deepFreeze({ ...site, organisation: contactOf(site, site.organisation.id) });
}

function read(target: string): string {
  try {
    return readFileSync(target, 'utf8');
  } catch {
    throw new Error('The content has not been checked for this build. Run: npm run build');
  }
}
