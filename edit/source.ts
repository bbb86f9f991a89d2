import { lstatSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { decode, withPlainLineEnds } from '#gate/read/text.ts';

/** Reads the text of content files, each once, by path from the root; null for what the gate does not read as text. */
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
  try {
    // A link could lead outside the project.
    const { text } = lstatSync(place).isFile() ? decode(readFileSync(place)) : { text: null };
    return text === null ? null : withPlainLineEnds(text);
  } catch {
    // Missing, or open in another program (C071).
    return null;
  }
}
