import { existsSync } from 'node:fs';
import path from 'node:path';
import { folderOfPage } from '#gate/read/files.ts';
import { documentEntry, documentsFile } from '#gate/rules/document-register.ts';
import { pathsFile, readRegister } from '#gate/rules/paths.ts';
import { documentFolder } from '#lib/documents/types.ts';
import { homeKey } from '#lib/site/site.ts';
import { type Changes, filesIn, type Project, Refusal, readTexts } from './project.ts';
import { assertKeepsOrder } from './rename.ts';
import { valuesIn, withFieldValue } from './values.ts';

const redirectsFile = 'content/redirects.yaml';
const settingsFile = 'content/site.yaml';

/** What visitors of a removed page get: another page, by its key, or the answer that it is gone, with the reason for the next editor. */
export type Replacement = { readonly to: string } | { readonly gone: true; readonly reason: string };

/**
 * Removes a page or a news item with its files, takes it out of the menus, and registers where each of its published paths leads.
 * @throws Refusal for the home page, an unknown page or one with pages below it, and when another text still names it
 */
export function removePage(project: Project, key: string, replacement: Replacement): Changes {
  const { root } = project;
  const folder = folderOfPage(key);
  const files = filesIn(root, `${folder}/*.*`);
  if (key === homeKey) throw new Refusal('home', { key });
  if (files.length === 0) throw new Refusal('unknown', { key, suggestion: 'none' });
  if (filesIn(root, `${folder}/*/`).length > 0) throw new Refusal('hasPages', { key });
  const texts = readTexts(root);
  const paths = readRegister(texts.get(pathsFile) ?? '').entries.filter((entry) => entry.key === key);
  const names = files.map((file) => path.posix.basename(file));
  const documents = readRegister(texts.get(documentsFile) ?? '', documentEntry).entries.filter((entry) =>
    names.includes(entry.path),
  );
  const reason = 'reason' in replacement ? replacement.reason : key;
  const added = [
    ...paths.map((entry) => ({ from: entry.path, ...answerOf(replacement) })),
    // No page replaces a document.
    ...documents.map((entry) => ({ from: documentFolder + entry.path, gone: true, reason })),
  ];
  const changes = new Map<string, string | null>(files.map((file) => [file, null]));
  const redirects = withRedirects(texts.get(redirectsFile) ?? '[]\n', key, replacement, added);
  if (redirects !== texts.get(redirectsFile)) changes.set(redirectsFile, redirects);
  const settings = texts.get(settingsFile) ?? '';
  const without = withoutKey(settings, key);
  if (without !== settings) changes.set(settingsFile, without);
  assertKeepsOrder(project, changes);
  return changes;
}

/**
 * Removes a file that is a record, or beside a page: a contact, a notice, a picture, a document.
 * @throws Refusal when there is none, or when another text still names it
 */
export function removeFile(project: Project, file: string): Changes {
  if (!existsSync(path.join(project.root, file))) throw new Refusal('missing', { file });
  const changes = new Map([[file, null]]);
  assertKeepsOrder(project, changes);
  return changes;
}

const answerOf = (replacement: Replacement) =>
  'to' in replacement ? { to: `page:${replacement.to}` } : { gone: true, reason: replacement.reason };

/** The redirects with new ones at the end; those that led to the removed page lead on. */
function withRedirects(text: string, key: string, replacement: Replacement, added: readonly object[]): string {
  const entries = valuesIn(text);
  const known = Array.isArray(entries) ? (entries as { from: string; to?: string }[]) : [];
  const led = known.map(({ from, to }) => (to === `page:${key}` ? { from, ...answerOf(replacement) } : null));
  return [...led, ...added].reduce<string>(
    (now, entry, index) => (entry ? withFieldValue(now, [index], entry) : now),
    text,
  );
}

function withoutKey(text: string, key: string): string {
  const { navigation = {} } = valuesIn(text) as { navigation?: Record<string, string[]> };
  return Object.entries(navigation).reduce((now, [menu, keys]) => {
    const at = keys.indexOf(key);
    return at < 0 ? now : withFieldValue(now, ['navigation', menu, at], undefined);
  }, text);
}
