import { cpSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { isError, suggestionFor } from '#gate/finding/finding.ts';
import { loadSite } from '#gate/load.ts';
import { contactIdOf, dayOfNews, isPageKey, noticeOfFile, pageOfConfirmation } from '#gate/read/files.ts';
import { pathsFile } from '#gate/rules/paths.ts';
import { documentTypes } from '#lib/documents/types.ts';
import { openPointsFile } from '#lib/records/open-points.ts';
import { homeKey } from '#lib/site/site.ts';
import { type Changes, type Project, Refusal, readTexts, writeChanges } from './project.ts';

/**
 * Changes the key of a page and of the pages in its folder.
 * @throws Refusal when a key is wrong or taken, when the content has errors, or would have some after the change
 */
export function renamePage(project: Project, from: string, to: string): Changes {
  const { root, languages } = project;
  const { pageStates, findings } = loadSite({ root, languages, drafts: true });
  const keys = pageStates.map(({ key }) => key);
  if (!keys.includes(from)) {
    throw new Refusal('unknown', { key: from, suggestion: suggestionFor(from, keys) });
  }
  if (from === homeKey) throw new Refusal('home', { key: from });
  const wrong = [from, to].find((key) => !isPageKey(key));
  if (wrong !== undefined) throw new Refusal('badKey', { key: wrong });
  if (to === from || to.startsWith(`${from}/`)) throw new Refusal('inside', { from, to });
  if (keys.some((key) => key === to || key.startsWith(`${to}/`))) throw new Refusal('exists', { key: to });
  if (findings.some(isError)) throw new Refusal('faulty');

  const changes = new Map([...renamed(readTexts(root), from, to), ...movedFiles(root, from, to)]);
  assertKeepsOrder(project, changes);
  return changes;
}

/** @throws Refusal when the content would have an error that it does not have now */
export function assertKeepsOrder({ root, languages }: Project, changes: Changes): void {
  const errorsIn = (folder: string) => loadSite({ root: folder, languages, drafts: true }).findings.filter(isError);
  const copy = mkdtempSync(path.join(tmpdir(), 'edit-'));
  try {
    const before = new Set(errorsIn(root).map(({ file, code, line }) => `${file} ${code} ${line}`));
    cpSync(path.join(root, 'content'), path.join(copy, 'content'), { recursive: true });
    writeChanges(copy, changes);
    const error = errorsIn(copy).find(({ file, code, line }) => !before.has(`${file} ${code} ${line}`));
    if (error) throw new Refusal('wouldBreak', { file: error.file, line: String(error.line) });
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** The pictures and documents in the folder of a page and below, moved. */
function movedFiles(root: string, from: string, to: string): Changes {
  const files = globSync(`content/pages/${from}/**/*.{avif,jpeg,jpg,png,webp,${documentTypes.join(',')}}`, {
    cwd: root,
  });
  return new Map(
    files.flatMap((file): [string, Buffer | null][] => [
      [file, null],
      [file.replace(`pages/${from}/`, `pages/${to}/`), readFileSync(path.join(root, file))],
    ]),
  );
}

/**
 * Changes a key in the texts of `content/`, with every reference to it: in links, menus, contacts, redirects, open points, the register
 * of paths and the examples of the guide. Paths on the site stay the same: they depend on slugs, not on keys.
 * @param texts by path from the root
 */
export function renamed(
  texts: ReadonlyMap<string, string>,
  from: string,
  to: string,
): ReadonlyMap<string, string | null> {
  const isInside = (key: string) => key === from || (key.startsWith(`${from}/`) && dayOfNews(key) === null);
  const rename = (key: string) => (isInside(key) ? to + key.slice(from.length) : key);
  const changes = new Map<string, string | null>();
  for (const [file, text] of texts) {
    const target = file.replace(/^(content\/pages\/)(.+)(\/[^/]+)$/, (_, start, key, end) => start + rename(key) + end);
    const changed = renameIn(file, text, rename);
    if (target !== file) changes.set(file, null);
    if (target !== file || changed !== text) changes.set(target, changed);
  }
  return changes;
}

function renameIn(file: string, text: string, rename: (key: string) => string): string {
  if (/\.mdx?$/.test(file)) return renameLinks(text, rename);
  if (pageOfConfirmation(file) !== null) {
    return text.replace(/^(#.* )(\S+)$/gm, (_, start, key) => start + rename(key));
  }
  if (file === pathsFile) return text.replace(/^(\/\S+: )(\S+)$/gm, (_, start, key) => start + rename(key));
  if (file === 'content/redirects.yaml' || file === openPointsFile) return renameLinks(text, rename);
  if (file === 'content/site.yaml') return renameValues(text, [['navigation'], ['security', 'policy']], rename);
  if (contactIdOf(file) !== null) return renameValues(text, [['page']], rename);
  if (noticeOfFile(file) !== null) return renameValues(text, [['pages'], ['more']], rename);
  return text;
}

/** Renames the targets of links. A key ends where no letter, hyphen or slash follows. */
function renameLinks(text: string, rename: (key: string) => string): string {
  return text.replace(
    /(?<![\w-])page:([a-z]+(?:[/-][a-z]+|-\d{4}(?!\d|-\d))*)(?![a-z]|[/-]\d)/g,
    (_, key) => `page:${rename(key)}`,
  );
}

/** Renames page keys among the values under some paths of a YAML file, and keeps every other character. */
function renameValues(text: string, paths: readonly (readonly string[])[], rename: (key: string) => string): string {
  const document = parseDocument(text, { prettyErrors: false });
  const ranges: [start: number, end: number, key: string][] = [];
  const collect = (node: unknown): void => {
    if (isMap(node)) for (const { value } of node.items) collect(value);
    else if (isSeq(node)) for (const item of node.items) collect(item);
    else if (isScalar(node) && typeof node.value === 'string' && node.range) {
      ranges.push([node.range[0], node.range[1], node.value]);
    }
  };
  for (const each of paths) collect(document.getIn(each, true));
  return ranges
    .filter(([, , key]) => rename(key) !== key)
    .sort(([a], [b]) => b - a)
    .reduce((changed, [start, end, key]) => changed.slice(0, start) + rename(key) + changed.slice(end), text);
}
