import { createHash } from 'node:crypto';
import { copyFileSync, linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Page, Site, Twin } from './content/site.ts';
import { hashOfFiles } from './hash-of-files.ts';

/**
 * Documents that an earlier build rendered, kept so that after a change to one page one page is rendered. Each is found by everything
 * that it is made of. They may be deleted at any time.
 */

const folder = '.next/cache/pages';

/** Everything besides the content that decides how a page is rendered, besides Node.js itself. */
const dependsOn = [
  ...['app', 'components', 'lib', 'messages'],
  ...['mdx-components.tsx', 'next.config.ts', 'postcss.config.mjs', 'package-lock.json'],
];

/** The parts of a page that no other page shows. A test builds a site after a change to each of them, and again from nothing. */
type Own = 'updated' | 'headings' | 'components';

/**
 * The name of each document: a hash of all that it is made of.
 * @param root absolute path of the project
 * @returns by the address of the page; empty when nothing can be kept
 */
export function documentNames(root: string, site: Site): ReadonlyMap<string, string> {
  const code = hashOfFiles(root, dependsOn);
  if (code === null) return new Map();
  const shared = hashOf(code, JSON.stringify({ ...site, pages: site.pages.map(asOthersSeeIt) }));
  return new Map(
    site.pages.flatMap((page) =>
      Object.values(page.twins).map(({ path: address, file }) => [
        address,
        hashOf(shared, address, JSON.stringify(page), readFileSync(path.join(root, file), 'utf8')),
      ]),
    ),
  );
}

function asOthersSeeIt({ twins, ...page }: Page): object {
  return {
    ...page,
    twins: Object.values(twins).map(({ updated, headings, components, ...twin }): Omit<Twin, Own> => twin),
  };
}

/**
 * The documents that an earlier build rendered of the very same.
 * @param names of the documents that are needed
 * @returns absolute paths of the files that hold them, by name; those that are missing or damaged are left out
 */
export function keptDocuments(root: string, names: Iterable<string>): ReadonlyMap<string, string> {
  const known = new Map(filesIn(root).map((file) => [file.split('.', 1)[0] ?? '', file]));
  const kept = new Map<string, string>();
  for (const name of names) {
    const file = known.get(name);
    if (file !== undefined && fileNameOf(root, name, file) === file)
      kept.set(name, path.join(root, folder, file));
  }
  return kept;
}

/**
 * The addresses of the pages that a build has to render: at least one, because Next.js has no route without a page. The preview, which
 * publishes nothing, renders all.
 */
export function addressesToRender(root: string, site: Site): string[] {
  const all = site.pages.flatMap(({ twins }) => Object.values(twins).map((twin) => twin.path));
  if (process.env.NODE_ENV === 'development') return all;
  const names = documentNames(root, site);
  const kept = keptDocuments(root, names.values());
  const missing = all.filter((address) => !kept.has(names.get(address) ?? ''));
  return missing.length > 0 ? missing : all.slice(0, 1);
}

/** The name of a file says what it holds, so that a damaged one is known. */
function fileNameOf(root: string, name: string, file: string): string | null {
  try {
    return `${name}.${hashOf(readFileSync(path.join(root, folder, file), 'utf8'))}.html`;
  } catch {
    return null;
  }
}

/**
 * Keeps documents for the next build, and no others. What cannot be kept is rendered again: a full disk is not the cache's to report.
 * @param documents absolute paths of the files that hold them, by name
 */
export function keepDocuments(root: string, documents: ReadonlyMap<string, string>): void {
  const used = new Set<string>();
  for (const [name, source] of documents) {
    try {
      const file = `${name}.${hashOf(readFileSync(source, 'utf8'))}.html`;
      const target = path.join(root, folder, file);
      used.add(file);
      if (source === target) continue;
      mkdirSync(path.dirname(target), { recursive: true });
      placeCopy(source, target);
    } catch {}
  }
  for (const file of filesIn(root)) {
    if (!used.has(file)) rmSync(path.join(root, folder, file), { force: true });
  }
}

/** A link where one disk holds both: what Next.js renders has a new file each time. Under its name only when it is whole. */
function placeCopy(source: string, target: string): void {
  const part = `${target}.${process.pid}`;
  rmSync(part, { force: true });
  try {
    linkSync(source, part);
  } catch {
    copyFileSync(source, part);
  }
  renameSync(part, target);
}

function filesIn(root: string): string[] {
  try {
    return readdirSync(path.join(root, folder));
  } catch {
    return [];
  }
}

function hashOf(...texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(`${text.length} `).update(text);
  return hash.digest('hex');
}
