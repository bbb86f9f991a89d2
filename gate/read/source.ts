import { lstatSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { decode, withPlainLineEnds } from './text.ts';

/**
 * Reads the text of a content file to show a line of it, or to repair it.
 * @param root absolute path of the project
 * @returns null for a file that is not there, or is not a text that the gate reads
 */
export function sourceReader(root: string): (file: string) => string | null {
  const read = new Map<string, string | null>();
  return (file) => {
    let text = read.get(file);
    if (text === undefined) {
      text = sourceOf(path.join(root, file));
      read.set(file, text);
    }
    return text;
  };
}

function sourceOf(place: string): string | null {
  if (!/\.(mdx|yaml)$/.test(place)) return null;
  // A link could lead to any file of the machine.
  if (!lstatSync(place, { throwIfNoEntry: false })?.isFile()) return null;
  const { text } = decode(readFileSync(place));
  return text === null ? null : withPlainLineEnds(text);
}
