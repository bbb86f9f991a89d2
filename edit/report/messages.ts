import path from 'node:path';
import type { Language } from '#lib/languages/languages.ts';
import { type AllMessages, readMessages } from '#lib/languages/read-messages.ts';

/** The words of the gate and of the editors' tools, in each language. `root` is the absolute path of the project. */
export function gateMessages(root: string, languages: readonly Language[]): AllMessages {
  return readMessages(path.join(root, 'gate/messages'), languages);
}
