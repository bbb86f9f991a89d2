import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { decode } from '#gate/read/text.ts';

/** Every file of `content/` that is text, by its path from the root. */
export function readTexts(root: string): Map<string, string> {
  const entries = readdirSync(path.join(root, 'content'), { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .flatMap((entry): [string, string][] => {
        const place = path.join(entry.parentPath, entry.name);
        const { text } = decode(readFileSync(place));
        return text === null ? [] : [[path.relative(root, place).replaceAll(path.sep, '/'), text]];
      }),
  );
}
