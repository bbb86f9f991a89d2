import type { RedirectRecord } from '#lib/records/redirects.ts';
import { homeKey, type Redirect } from '#lib/site/site.ts';
import type { Finding, FindingCode, Fix } from '../finding/finding.ts';
import { type PageFile, parentPath, pathOf } from '../read/files.ts';
import { findingAt, type YamlResult } from '../read/yaml.ts';

/*
 * The register of paths, `content/paths.yaml`: every path that was ever published, each with the key of its page. A path that is in
 * it answers for ever: with the page, or in one hop with the page's path of today, or with what `redirects.yaml` says. It has
 * one line for each path, sorted, so that two branches that publish pages merge without a conflict.
 */

export const pathsFile = 'content/paths.yaml';

/** A path that was published once, and the page to which it belonged last. */
export interface RegisteredPath {
  readonly path: string;
  readonly key: string;
  readonly line: number;
  /** Where its line begins in the file, in UTF-16 units. */
  readonly offset: number;
}

/** The register as it stands in its file. */
export interface PathRegister {
  readonly text: string;
  readonly entries: readonly RegisteredPath[];
  /** Lines that are no entries. */
  readonly strange: readonly number[];
}

const entryPattern = /^(\/[a-z0-9/-]*[a-z0-9]): ([a-z]+(?:[/-][a-z]+)*)$/;

/** Reads the lines of a register one by one, so that one that is damaged, or a merge that is not finished, hides no other. */
export function readRegister(text: string): PathRegister {
  const entries: RegisteredPath[] = [];
  const strange: number[] = [];
  let offset = 0;
  for (const [index, line] of text.split('\n').entries()) {
    const [, path, key] = entryPattern.exec(line) ?? [];
    if (path && key) entries.push({ path, key, line: index + 1, offset });
    else if (!/^(?:#.*|\s*)$/.test(line)) strange.push(index + 1);
    offset += line.length + 1;
  }
  return { text, entries, strange };
}

/** What stands in the file of a register: comments first, then its lines, each once, as any program sorts lines. */
export function writeRegister(
  comments: string,
  entries: readonly Pick<RegisteredPath, 'path' | 'key'>[],
): string {
  return comments + [...new Set(entries.map(lineOf))].sort().join('');
}

function lineOf({ path, key }: Pick<RegisteredPath, 'path' | 'key'>): string {
  return `${path}: ${key}\n`;
}

/** The comments at the top of a register. */
export function commentsOf({ text }: PathRegister): string {
  return /^(?:#.*\n|\s*\n)*/.exec(text)?.[0] ?? '';
}

/** What the register is compared with. */
export interface Published {
  readonly pageFiles: readonly PageFile[];
  /** `content/redirects.yaml`. */
  readonly redirects: YamlResult<readonly RedirectRecord[]>;
}

/**
 * Old paths that lead to the page they belonged to, because the register knows it and nothing else answers there. None leads to
 * another old path: all lead to where the page is now.
 */
export function redirectsOfRegister({ entries }: PathRegister, published: Published): Redirect[] {
  const taken = takenPaths(published);
  const isAnswered = answersIn(published);
  return entries
    .filter((entry) => !taken.has(entry.path) && isAnswered(entry))
    .map(({ path, key }) => ({ from: path, page: key }));
}

/**
 * Finds published paths that the register lacks, and registered paths at which nothing would answer any more.
 * @param faulty files that have an error of their own: it is told first, and the path of the page may be a consequence
 */
export function checkRegister(
  register: PathRegister,
  published: Published,
  faulty: ReadonlySet<string>,
): Finding[] {
  const doubtful = new Set(published.pageFiles.filter(({ file }) => faulty.has(file)).map(({ key }) => key));
  return [
    ...register.strange.map((line) => at(line, 'C133')),
    ...checkForm(register),
    ...missingPaths(register, published, doubtful),
    ...deadPaths(register, published, doubtful),
  ];
}

/** A merge of two branches can leave lines twice, or out of order. */
function checkForm(register: PathRegister): Finding[] {
  const { text, entries, strange } = register;
  const tidy = writeRegister(commentsOf(register), entries);
  const owners = new Map(entries.toReversed().map(({ path, key }) => [path, key]));
  const clash = entries.find(({ path, key }) => owners.get(path) !== key);
  if (clash) return [at(clash.line, 'C135', { path: clash.path })];
  if (strange.length > 0 || tidy === text) return [];
  const first = tidy.split('\n').findIndex((line, index) => line !== text.split('\n')[index]);
  return [at(first + 1, 'C134', {}, { start: 0, end: text.length, replacement: tidy })];
}

/** Every path that answers now must answer for ever. */
function missingPaths(
  register: PathRegister,
  published: Published,
  doubtful: ReadonlySet<string>,
): Finding[] {
  // A register that cannot be read well does not say what it lacks.
  if (register.strange.length > 0) return [];
  const registered = new Set(register.entries.map(({ path }) => path));
  const known = new Set(register.entries.map(({ path, key }) => `${path} ${key}`));
  const claims = Map.groupBy(pathsOfPages(published.pageFiles), ({ path }) => path);
  const pages = [...claims.values()].flatMap((claim) =>
    claim.length === 1 ? claim.filter(({ key }) => !doubtful.has(key)) : [],
  );
  const redirects = pathsOfRedirects(published.redirects).filter(({ path }) => !registered.has(path));
  return [...pages, ...redirects]
    .filter(({ path, key }) => !known.has(`${path} ${key}`))
    .map((each) => missingPath(register, each));
}

/** A path that the register lacks, or that it gives to another page. The line that makes it right is beyond doubt. */
function missingPath(
  { text, entries }: PathRegister,
  { path, key, isPage, findingOf }: PublishedPath,
): Finding {
  const line = lineOf({ path, key });
  const entry = line.trimEnd();
  const owner = entries.find((each) => each.path === path);
  const next = entries.find((each) => lineOf(each) > line);
  const start = owner?.offset ?? next?.offset ?? text.length;
  const end = owner ? start + lineOf(owner).length : start;
  const old = entries.findLast(
    (each) => each.key === key && languageOfPath(each.path) === languageOfPath(path),
  );
  const finding =
    isPage && old && !owner
      ? findingOf('C131', { path, old: old.path, entry })
      : findingOf('C130', { path, owner: owner?.key ?? 'none', entry });
  return { ...finding, fix: { start, end, replacement: line, file: pathsFile } };
}

/** No path that ever answered falls silent, unless somebody says so and why. Without a home page there is no site at all (C054). */
function deadPaths(register: PathRegister, published: Published, doubtful: ReadonlySet<string>): Finding[] {
  const isAnswered = answersIn(published);
  const pages = new Map(pathsOfPages(published.pageFiles).map(({ path, key }) => [path, key]));
  const nearest = (path: string): string =>
    path === '' ? homeKey : (pages.get(path) ?? nearest(parentPath(path)));
  return register.entries
    .filter((entry) => !isAnswered(entry) && !doubtful.has(entry.key) && entry.key !== homeKey)
    .map(({ path, key, line }) => at(line, 'C132', { path, key, nearest: nearest(path) }));
}

/** Tells whether something answers at a registered path: a page, what `redirects.yaml` says, or the page it belonged to. */
function answersIn(published: Published): (entry: RegisteredPath) => boolean {
  const taken = takenPaths(published);
  const pages = pathsOfPages(published.pageFiles);
  const twins = new Set(pages.map(({ key, path }) => `${languageOfPath(path)} ${key}`));
  return ({ path, key }) => taken.has(path) || twins.has(`${languageOfPath(path)} ${key}`);
}

/** Paths of published pages, and those of which `redirects.yaml` speaks. */
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
  /** A finding where the path is written. */
  readonly findingOf: (code: FindingCode, details: Finding['details']) => Finding;
}

function pathsOfPages(pageFiles: readonly PageFile[]): PublishedPath[] {
  return pageFiles.flatMap((twin) => {
    const { key, frontMatter } = twin;
    const path = pathOf(twin);
    if (path === null || frontMatter.value?.draft) return [];
    const findingOf: PublishedPath['findingOf'] = (code, details) =>
      findingAt(frontMatter, ['slug'], code, details);
    return [{ path, key, isPage: true, findingOf }];
  });
}

function pathsOfRedirects(redirects: Published['redirects']): PublishedPath[] {
  return (redirects.value ?? []).flatMap(({ from, to }, index): PublishedPath[] => {
    if (to === undefined) return [];
    const findingOf: PublishedPath['findingOf'] = (code, details) =>
      findingAt(redirects, [index, 'from'], code, details);
    return [{ path: from, key: to, isPage: false, findingOf }];
  });
}

function languageOfPath(path: string): string {
  return path.split('/')[1] ?? '';
}

function at(line: number, code: FindingCode, details: Finding['details'] = {}, fix?: Fix): Finding {
  const place = { code, file: pathsFile, language: null, line, column: 1, details };
  return fix ? { ...place, fix } : place;
}
