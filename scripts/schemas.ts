import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { editorFiles, editorFolder } from '../lib/content/editor/files.ts';
import { languages } from '../lib/i18n/languages.ts';
import { readMessages } from '../lib/i18n/read-messages.ts';
import { takeNoArguments } from '../lib/no-arguments.ts';
import { root } from './environment.ts';

/** `npm run schemas`: writes what editors' tools know of the content, from the schemas and the words of the gate. */

takeNoArguments('npm run schemas');

const files = editorFiles(languages, readMessages(root, languages));
// All of the folder is made here: what is no longer made goes away.
rmSync(path.join(root, editorFolder), { recursive: true, force: true });
for (const [file, text] of files) {
  const place = path.join(root, file);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, text);
}
console.log(`${files.size} files in ${editorFolder}/`);
