import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { contactIdOf, pageOfConfirmation } from './read/places.ts';
import { pathsFile } from './rules/register.ts';

/** The texts of `content/`, by their path from the root. */
export type ContentTexts = ReadonlyMap<string, string>;

/**
 * Gives a page, with all pages in its folder, another key, and changes everything that names them: links, menus, contacts,
 * redirects, the register of paths, the examples of the guide. Addresses stay as they are: they follow from slugs, not from keys.
 * @param texts every file of `content/` that is text
 * @returns the files that change: their new text, or null for a file that is no longer there
 */
export function renamePage(texts: ContentTexts, from: string, to: string): Map<string, string | null> {
  const rename = (key: string) =>
    key === from || key.startsWith(`${from}/`) ? to + key.slice(from.length) : key;
  const changes = new Map<string, string | null>();
  for (const [file, text] of texts) {
    const place = file.replace(
      /^(content\/pages\/)(.+)(\/[^/]+)$/,
      (_, start, key, end) => start + rename(key) + end,
    );
    const changed = renameIn(file, text, rename);
    if (place !== file) changes.set(file, null);
    if (place !== file || changed !== text) changes.set(place, changed);
  }
  return changes;
}

function renameIn(file: string, text: string, rename: (key: string) => string): string {
  if (/\.mdx?$/.test(file)) return renameLinks(text, rename);
  if (pageOfConfirmation(file) !== null) {
    return text.replace(/^(#.* )(\S+)$/gm, (_, start, key) => start + rename(key));
  }
  if (file === pathsFile) return text.replace(/^(\/\S+: )(\S+)$/gm, (_, start, key) => start + rename(key));
  if (file === 'content/redirects.yaml') return renameLinks(text, rename);
  if (file === 'content/site.yaml')
    return renameValues(text, [['navigation'], ['security', 'policy']], rename);
  if (contactIdOf(file) !== null) return renameValues(text, [['page']], rename);
  return text;
}

/** A key ends where no letter, hyphen or slash follows. */
function renameLinks(text: string, rename: (key: string) => string): string {
  return text.replace(/(?<![\w-])page:([a-z]+(?:[/-][a-z]+)*)/g, (_, key) => `page:${rename(key)}`);
}

/** Changes the keys of pages among some values of a YAML file, and not a character besides. */
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
