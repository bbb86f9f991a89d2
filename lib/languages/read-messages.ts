import { readFileSync } from 'node:fs';
import path from 'node:path';
import { inEach, type Language } from './languages.ts';

export type AllMessages = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** The messages of each language in a folder, an absolute path, with one `<code>.json` per language. */
export function readMessages(folder: string, languages: readonly Language[]): AllMessages {
  return inEach(languages, (code) => JSON.parse(readFileSync(path.join(folder, `${code}.json`), 'utf8')));
}
