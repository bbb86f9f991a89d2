import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Language } from '#lib/languages/languages.ts';
import { type AllMessages, readMessages } from '#lib/languages/read-messages.ts';

const folders = ['messages', 'gate/messages'];

/**
 * The words of the gate and of the editors' tools, in each language.
 * @param root absolute path of the project
 * @throws MessageFault when a language lacks a message, of the gate or of the pages: a build would stop at the first one
 */
export function gateMessages(root: string, languages: readonly Language[]): AllMessages {
  const faults = folders.flatMap((folder) => faultsIn(root, folder, languages));
  if (faults.length > 0) throw new MessageFault(faults.join('\n'));
  return readMessages(path.join(root, 'gate/messages'), languages);
}

/** Messages that are missing, in a sentence for each file. `commands/run.mjs` prints it without a stack trace. */
export class MessageFault extends Error {
  override readonly name = 'MessageFault';
}

/** The messages that some language of a folder has and another lacks. */
function faultsIn(root: string, folder: string, languages: readonly Language[]): string[] {
  const files = languages.map(({ code }) => ({
    file: `${folder}/${code}.json`,
    keys: keysOf(root, `${folder}/${code}.json`),
  }));
  const model = files.find(({ keys }) => keys)?.file;
  const every = new Set(files.flatMap(({ keys }) => keys ?? []));
  return files.flatMap(({ file, keys }) => {
    if (keys === null) return [`${file} is missing or is not JSON. Copy ${model} and translate it.`];
    const absent = [...every.difference(new Set(keys))];
    const others = absent.length > 5 ? ` and ${absent.length - 5} more` : '';
    return absent.length > 0
      ? [`${file} lacks ${absent.slice(0, 5).join(', ')}${others}. Translate them from ${model}.`]
      : [];
  });
}

/** The paths of all messages of a file, `check.C001.what`; null when it cannot be read. */
function keysOf(root: string, file: string): string[] | null {
  const read = (value: unknown, place: string): string[] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, each]) => read(each, place ? `${place}.${key}` : key))
      : [place];
  try {
    return read(JSON.parse(readFileSync(path.join(root, file), 'utf8')), '');
  } catch {
    return null;
  }
}
