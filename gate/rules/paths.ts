import type { RedirectRecord } from '#lib/records/redirects.ts';
import { homeKey, type Redirect } from '#lib/site/site.ts';
import { type Finding, type Place, rule } from '../finding/finding.ts';
import { type PageFile, parentPath, pathOf } from '../read/files.ts';
import type { YamlResult } from '../read/yaml.ts';

/* A published path never stops answering: with its page, a redirect in one hop to its path of today, or as `redirects.yaml` says. */

export const unregisteredPath = rule({ code: 'C130', severity: 'error', guide: 'moving', waits: true });
export const changedSlug = rule({ code: 'C131', severity: 'error', guide: 'moving', waits: true });
export const deadPath = rule({ code: 'C132', severity: 'error', guide: 'moving', waits: true });
export const malformedLine = rule({ code: 'C133', severity: 'error', guide: 'moving' });
export const unsortedRegister = rule({ code: 'C134', severity: 'warning', guide: 'moving' });
export const disputedPath = rule({ code: 'C135', severity: 'error', guide: 'moving' });

/** What the register is compared with. */
export interface Published {
  readonly pageFiles: readonly PageFile[];
  /** `content/redirects.yaml`. */
  readonly redirects: YamlResult<readonly RedirectRecord[]>;
}

/** Redirects from old paths, where nothing else answers, to the pages that they belonged to: each to the path of today. */
export function redirectsOfRegister({ entries }: PathRegister, published: Published): Redirect[] {
  const taken = takenPaths(published);
  const isAnswered = answersIn(published);
  return entries
    .filter((entry) => !taken.has(entry.path) && isAnswered(entry))
    .map(({ path, key }) => ({ from: path, page: key }));
}

/**
 * C130 to C135: published paths that the register lacks, and registered paths at which nothing would answer.
 * @param faulty files with an error of their own, which may be the cause of a missing or different path
 * @param release whether the site is about to go online: only then the register must have its new paths
 */
export function checkRegister(
  register: PathRegister,
  published: Published,
  faulty: ReadonlySet<string>,
  release: boolean,
): Finding[] {
  const doubtful = new Set(published.pageFiles.filter(({ file }) => faulty.has(file)).map(({ key }) => key));
  return [
    ...checkLines(register, pathsFile),
    ...missingPaths(register, published, doubtful, release),
    ...deadPaths(register, published, doubtful),
  ];
}

/** The place of a line of a register. */
export function placeOfLine(line: number, file = pathsFile): Place {
  return { file, language: null, line, column: 1 };
}

/** C133 to C135: a merge of two branches can leave lines that are unreadable, there twice, or out of order. */
export function checkLines(register: PathRegister, file: string): Finding[] {
  const { text, entries, malformed } = register;
  const kind = file === pathsFile ? 'page' : 'document';
  const tidy = writeRegister(commentsOf(register), entries);
  const owners = new Map(entries.toReversed().map(({ path, key }) => [path, key]));
  const clash = entries.find(({ path, key }) => owners.get(path) !== key);
  const findings = malformed.map((line) => malformedLine.at(placeOfLine(line, file), { kind }));
  if (clash) return [...findings, disputedPath.at(placeOfLine(clash.line, file), { path: clash.path, kind })];
  if (malformed.length > 0 || tidy === text) return findings;
  const first = tidy.split('\n').findIndex((line, index) => line !== text.split('\n')[index]);
  const fix = { start: 0, end: text.length, replacement: tidy };
  return [unsortedRegister.at(placeOfLine(first + 1, file), { kind }, fix)];
}

/** C130 and C131: every path that goes online is in the register, and none that was online belongs to another page. */
function missingPaths(
  register: PathRegister,
  published: Published,
  doubtful: ReadonlySet<string>,
  release: boolean,
): Finding[] {
  // The malformed lines may be the missing ones.
  if (register.malformed.length > 0) return [];
  const registered = new Set(register.entries.map(({ path }) => path));
  const known = new Set(register.entries.map(({ path, key }) => `${path} ${key}`));
  const claims = Map.groupBy(pathsOfPages(published.pageFiles), ({ path }) => path);
  const pages = [...claims.values()].flatMap((claim) =>
    claim.length === 1 ? claim.filter(({ key }) => !doubtful.has(key)) : [],
  );
  const redirects = pathsOfRedirects(published.redirects).filter(({ path }) => !registered.has(path));
  return [...pages, ...redirects]
    .filter(({ path, key }) => !known.has(`${path} ${key}`) && (release || registered.has(path)))
    .map((each) => missingPath(register, each, published));
}

/** A path that the register lacks, or gives to another page. The line to add is certain. */
function missingPath(
  { text, entries }: PathRegister,
  { path, key, isPage, place }: PublishedPath,
  { pageFiles }: Published,
): Finding {
  const line = lineOf({ path, key });
  const entry = line.trimEnd();
  const owner = entries.find((each) => each.path === path);
  const next = entries.find((each) => lineOf(each) > line);
  const start = owner?.offset ?? next?.offset ?? text.length;
  const end = owner ? start + lineOf(owner).length : start;
  const fix = { start, end, replacement: line, file: pathsFile };
  const old = entries.filter((each) => each.key === key && languageOfPath(each.path) === languageOfPath(path));
  if (isPage && old.length > 0 && !owner) {
    return changedSlug.at(place, { path, old: old.map((each) => each.path).join(', '), entry }, fix);
  }
  // A folder that was renamed by hand: the register is right, and the key is not.
  const isMoved = owner !== undefined && !pageFiles.some((each) => each.key === owner.key);
  const details = { kind: isMoved ? 'moved' : 'other', path, owner: owner?.key ?? 'none', key, entry };
  return unregisteredPath.at(place, details, isMoved ? null : fix);
}

/** C132: no path stops answering, unless `redirects.yaml` says so and why. Without a home page there is no site at all (C054). */
function deadPaths(register: PathRegister, published: Published, doubtful: ReadonlySet<string>): Finding[] {
  const isAnswered = answersIn(published);
  const pages = new Map(pathsOfPages(published.pageFiles).map(({ path, key }) => [path, key]));
  const nearest = (path: string): string => (path === '' ? homeKey : (pages.get(path) ?? nearest(parentPath(path))));
  return register.entries
    .filter((entry) => !isAnswered(entry) && !doubtful.has(entry.key) && entry.key !== homeKey)
    .map(({ path, key, line }) => deadPath.at(placeOfLine(line), { path, key, nearest: nearest(path) }));
}

/** Tests whether something answers at a registered path: a page, an entry of `redirects.yaml`, or the page it belonged to. */
function answersIn(published: Published): (entry: RegisteredPath) => boolean {
  const taken = takenPaths(published);
  const pages = pathsOfPages(published.pageFiles);
  const twins = new Set(pages.map(({ key, path }) => `${languageOfPath(path)} ${key}`));
  return ({ path, key }) => taken.has(path) || twins.has(`${languageOfPath(path)} ${key}`);
}

function takenPaths({ pageFiles, redirects }: Published): Set<string> {
  return new Set([
    ...pathsOfPages(pageFiles).map(({ path }) => path),
    ...(redirects.value ?? []).map(({ from }) => from),
  ]);
}

interface PublishedPath {
  readonly path: string;
  readonly key: string;
  /** Whether it is the path of a page, not an old one in `redirects.yaml`. */
  readonly isPage: boolean;
  readonly place: Place;
}

function pathsOfPages(pageFiles: readonly PageFile[]): PublishedPath[] {
  return pageFiles.flatMap((twin) => {
    const { key, frontMatter } = twin;
    const path = pathOf(twin);
    if (path === null || frontMatter.value?.draft) return [];
    return [{ path, key, isPage: true, place: frontMatter.place(['slug']) }];
  });
}

function pathsOfRedirects({ value, place }: Published['redirects']): PublishedPath[] {
  return (value ?? []).flatMap(({ from, to }, index) =>
    to === undefined ? [] : [{ path: from, key: to, isPage: false, place: place([index, 'from']) }],
  );
}

function languageOfPath(path: string): string {
  return path.split('/')[1] ?? '';
}

/* The register of paths: every one that was ever published, with its page. A sorted line for each, so that branches merge without a conflict. */

export const pathsFile = 'content/paths.yaml';

/** A path that was published once, and the page to which it last belonged. */
export interface RegisteredPath {
  readonly path: string;
  readonly key: string;
  readonly line: number;
  /** Where its line starts in the file, in UTF-16 units. */
  readonly offset: number;
}

/** The register as its file has it. */
export interface PathRegister {
  readonly text: string;
  readonly entries: readonly RegisteredPath[];
  /** The numbers of the lines that are neither entries nor comments. */
  readonly malformed: readonly number[];
}

/** The form of an entry: a path, a colon and the key of its page. */
const pathEntry = /^(\/[a-z0-9/-]*[a-z0-9]): ([a-z]+(?:[/-][a-z]+|-\d{4}\b)*|news\/[0-9-]{10}(?:-[a-z]+)+)$/;

/**
 * Reads a register line by line, so that a malformed line, or an unfinished merge, hides no other line.
 * @param form of an entry, with the path and the key as its groups
 */
export function readRegister(text: string, form = pathEntry): PathRegister {
  const entries: RegisteredPath[] = [];
  const malformed: number[] = [];
  let offset = 0;
  for (const [index, line] of text.split('\n').entries()) {
    const [, path, key] = form.exec(line) ?? [];
    if (path && key) entries.push({ path, key, line: index + 1, offset });
    else if (!/^(?:#.*|\s*)$/.test(line)) malformed.push(index + 1);
    offset += line.length + 1;
  }
  return { text, entries, malformed };
}

/** The text of a register: its comments, then its lines, each once, sorted by UTF-16 units. */
export function writeRegister(comments: string, entries: readonly Pick<RegisteredPath, 'path' | 'key'>[]): string {
  return comments + [...new Set(entries.map(lineOf))].sort().join('');
}

/** The line of an entry, with its line end. */
export function lineOf({ path, key }: Pick<RegisteredPath, 'path' | 'key'>): string {
  return `${path}: ${key}\n`;
}

/** The comments at the top of a register. */
export function commentsOf({ text }: PathRegister): string {
  return /^(?:#.*\n|\s*\n)*/.exec(text)?.[0] ?? '';
}
