import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { openPointsFile } from '#lib/records/open-points.ts';
import { contactIdOf, pageOfConfirmation } from './read/places.ts';
import { pathsFile } from './rules/register.ts';

/** The text files of `content/`, by path from the root. */
export type ContentTexts = ReadonlyMap<string, string>;

/**
 * Changes the key of a page and of the pages in its folder, and every reference to them: in links, menus, contacts, redirects, open
 * points, the register of paths and the examples of the guide. Paths on the site stay the same: they depend on slugs, not on keys.
 * @returns the new text of each changed file; null for a removed file
 */
export function renamePage(texts: ContentTexts, from: string, to: string): Map<string, string | null> {
  const rename = (key: string) =>
    key === from || key.startsWith(`${from}/`) ? to + key.slice(from.length) : key;
  const changes = new Map<string, string | null>();
  for (const [file, text] of texts) {
    const target = file.replace(
      /^(content\/pages\/)(.+)(\/[^/]+)$/,
      (_, start, key, end) => start + rename(key) + end,
    );
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
  if (file === 'content/site.yaml')
    return renameValues(text, [['navigation'], ['security', 'policy']], rename);
  if (contactIdOf(file) !== null) return renameValues(text, [['page']], rename);
  return text;
}

/** Renames the targets of links. A key ends where no letter, hyphen or slash follows. */
function renameLinks(text: string, rename: (key: string) => string): string {
  return text.replace(/(?<![\w-])page:([a-z]+(?:[/-][a-z]+)*)/g, (_, key) => `page:${rename(key)}`);
}

/** Renames page keys among the values under some paths of a YAML file, and keeps every other character. */
function renameValues(
  text: string,
  paths: readonly (readonly string[])[],
  rename: (key: string) => string,
): string {
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
