import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { isError, suggestionFor } from '#gate/finding/finding.ts';
import { loadSite } from '#gate/load.ts';
import {
  contactIdOf,
  dayOfNews,
  folderOfPage,
  isPageKey,
  keyPattern,
  noticeOfFile,
  pageOfConfirmation,
} from '#gate/read/files.ts';
import { pathsFile } from '#gate/rules/paths.ts';
import { documentTypes } from '#lib/documents/types.ts';
import { openPointsFile } from '#lib/records/open-points.ts';
import { homeKey } from '#lib/site/site.ts';
import { type Changes, filesIn, type Project, Refusal, readTexts, writeChanges } from './project.ts';
import { valuesIn, withFieldValue, withFrontMatter } from './values.ts';

/** What gets another name: a page or a news item by its key, a contact or a notice by its path in `content/`, `contacts/ict`. */
interface Renaming {
  readonly kind: 'page' | 'record';
  readonly changes: Changes;
}

/**
 * Gives a page, a news item, a contact, a notice or a template for one another name, with every reference to it. The pages in the folder
 * of a page move along.
 * @throws Refusal when a name is wrong or taken, when the content has errors, or would have some after the change
 */
export function renameContent(project: Project, from: string, to: string): Renaming {
  const { root, languages } = project;
  const texts = readTexts(root);
  const { pageStates, findings } = loadSite({ root, languages, drafts: true });
  const keys = pageStates.map(({ key }) => key);
  const isPage = keys.includes(from);
  const known = isPage ? keys : [...texts.keys()].flatMap((file) => (recordOf(file) ? nameOf(file) : []));
  if (!known.includes(from)) {
    throw new Refusal('unknown', { key: from, suggestion: suggestionFor(from, [...keys, ...known]) });
  }
  if (from === homeKey) throw new Refusal('home', { key: from });
  const isSame = isPage
    ? isPageKey(from) === isPageKey(to) && keyPattern.test(to)
    : recordOf(fileOf(to)) === recordOf(fileOf(from));
  if (!isSame) throw new Refusal('badKey', { key: to });
  if (to === from || to.startsWith(`${from}/`)) throw new Refusal('inside', { from, to });
  if (known.some((key) => key === to || key.startsWith(`${to}/`))) throw new Refusal('exists', { key: to });
  if (findings.some(isError)) throw new Refusal('faulty');

  const changes = isPage
    ? new Map([...renamed(texts, from, to), ...movedFiles(root, from, to)])
    : renamedRecord(texts, from, to);
  assertKeepsOrder(project, changes);
  return { kind: isPage ? 'page' : 'record', changes };
}

const fileOf = (name: string) => `content/${name}.yaml`;
const nameOf = (file: string) => file.slice('content/'.length, -'.yaml'.length);

/** The kind of a record whose name editors choose; null for any other file. */
const recordOf = (file: string) => (contactIdOf(file) === null ? (noticeOfFile(file)?.kind ?? null) : 'contact');

/** @throws Refusal when the content would have an error that it does not have now */
export function assertKeepsOrder({ root, languages }: Project, changes: Changes): void {
  const errorsIn = (folder: string) => loadSite({ root: folder, languages, drafts: true }).findings.filter(isError);
  const copy = mkdtempSync(path.join(tmpdir(), 'edit-'));
  try {
    const before = new Set(errorsIn(root).map(({ file, code, line }) => `${file} ${code} ${line}`));
    // Without a filter, Node.js for Windows crashes below a folder with an accent, such as that of a user (nodejs/node#54476).
    cpSync(path.join(root, 'content'), path.join(copy, 'content'), { recursive: true, filter: () => true });
    writeChanges(copy, changes);
    const error = errorsIn(copy).find(({ file, code, line }) => !before.has(`${file} ${code} ${line}`));
    if (error) throw new Refusal('wouldBreak', { file: error.file, line: String(error.line) });
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** The pictures and documents in the folder of a page and below, moved. */
function movedFiles(root: string, from: string, to: string): Changes {
  const files = filesIn(root, `${folderOfPage(from)}/**/*.{avif,jpeg,jpg,png,webp,${documentTypes.join(',')}}`);
  return new Map(
    files.flatMap((file): [string, Buffer | null][] => [
      [file, null],
      [file.replace(folderOfPage(from), folderOfPage(to)), readFileSync(path.join(root, file))],
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
    const target = file.replace(
      /^(content\/(?:pages\/)?)(.+)(\/[^/]+)$/,
      (_, start, key, end) => start + rename(key) + end,
    );
    addChange(changes, file, text, target, renameIn(file, text, rename));
  }
  return changes;
}

function addChange(changes: Map<string, string | null>, file: string, text: string, target: string, changed: string) {
  if (target !== file) changes.set(file, null);
  if (target !== file || changed !== text) changes.set(target, changed);
}

/**
 * Changes the name of a record in the texts of `content/`, with every reference to it: those to a contact are in links, components, front
 * matter, other contacts, notices, settings and open points. Nothing refers to a notice.
 * @param texts by path from the root
 * @param from the path in `content/` without the extension: `contacts/ict`
 */
export function renamedRecord(
  texts: ReadonlyMap<string, string>,
  from: string,
  to: string,
): ReadonlyMap<string, string | null> {
  const [oldId, newId] = [contactIdOf(fileOf(from)), contactIdOf(fileOf(to))];
  const rename = (id: string) => (id === oldId && newId !== null ? newId : id);
  const changes = new Map<string, string | null>();
  for (const [file, text] of texts) {
    const target = file === fileOf(from) ? fileOf(to) : file;
    const changed = oldId === null ? text : renameContactIn(file, text, rename);
    addChange(changes, file, text, target, target === file ? changed : withFormerId(changed, oldId, newId));
  }
  return changes;
}

/** Adds the former id to the record of a unit, whose addresses lead on by it; an id that it has again is no former one. */
function withFormerId(text: string, oldId: string | null, newId: string | null): string {
  if (oldId === null) return text;
  const { formerIds = [] } = valuesIn(text) as { readonly formerIds?: readonly string[] };
  return withFieldValue(text, ['formerIds'], [...formerIds.filter((id) => id !== newId), oldId]);
}

function renameContactIn(file: string, text: string, rename: (id: string) => string): string {
  const named = text.replace(
    /((?<![\w-])contact:|\scontact=["'])([a-z]+(?:-[a-z]+)*)(?![\w-])/g,
    (_, start, id) => start + rename(id),
  );
  if (/\.mdx?$/.test(file)) {
    return withFrontMatter(named, (fields) => renameValues(fields, [['contact'], ['units']], rename));
  }
  if (file === openPointsFile || pageOfConfirmation(file) !== null) return named;
  if (file === 'content/site.yaml') return renameValues(text, [['organisation']], rename);
  if (contactIdOf(file) !== null) return renameValues(text, [['parent'], ['replacedBy'], ['partOf']], rename);
  return noticeOfFile(file) === null ? text : renameValues(text, [['units']], rename);
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
    /(?<![\w-])page:(news\/\d{4}-\d\d-\d\d(?:-[a-z]+)+|[a-z]+(?:[/-][a-z]+|-\d{4}(?!\d|-\d))*)(?![a-z]|[/-]\d)/g,
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
