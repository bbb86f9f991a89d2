import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { editorFiles, editorFolder } from '#gate/editor/files.ts';
import { gateMessages } from '#gate/report/messages.ts';
import { languages } from '#lib/languages/languages.ts';
import { root } from './environment.ts';
import { takeNoArguments } from './no-arguments.ts';

/** `npm run schemas`: writes what editors' tools know of the content, from the schemas and the words of the gate. */

takeNoArguments('npm run schemas');

const files = editorFiles(languages, gateMessages(root, languages));
// All of the folder is made here: what is no longer made goes away.
rmSync(path.join(root, editorFolder), { recursive: true, force: true });
for (const [file, text] of files) {
  const place = path.join(root, file);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, text);
}
console.log(`${files.size} files in ${editorFolder}/`);
