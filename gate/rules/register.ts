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
