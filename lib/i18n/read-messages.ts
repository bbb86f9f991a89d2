import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Language } from './languages.ts';

/**
 * The messages of each language, read from the disk: for commands, which have no bundler.
 * @param root absolute path of the project
 */
export function readMessages(
  root: string,
  languages: readonly Language[],
): Record<string, Readonly<Record<string, unknown>>> {
  return Object.fromEntries(
    languages.map(({ code }) => [
      code,
      JSON.parse(readFileSync(path.join(root, 'messages', `${code}.json`), 'utf8')),
    ]),
  );
}
