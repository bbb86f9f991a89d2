import { readFileSync } from 'node:fs';
import path from 'node:path';
import { run } from '#desk/server/actions.ts';
import { versionOf } from '#desk/server/files.ts';
import { gateMessages } from '#edit/report/describe.ts';
import { languages } from '#lib/languages/languages.ts';

/*
 * A desk's server that saves one file, to be killed or to run out of space: `saver.ts <root> <file> <letter> <times>`. It prints the
 * status and the answer of each save. The texts consist of one letter, so that a mixture of two would show.
 */

const [root = '', file = '', letter = '', times = '1'] = process.argv.slice(2);
const messages = gateMessages(path.resolve(import.meta.dirname, '../../..'), languages);
const context = {
  project: { root, languages, messages },
  language: languages[0]?.code ?? '',
  writer: { window: letter, name: letter },
  signedIn: null,
};

for (let turn = 1; turn <= Number(times); turn++) {
  const text = letter.repeat(100_000 + turn);
  const version = versionOf(readFileSync(path.join(root, file), 'utf8'));
  const { status, answer } = await run('save', { files: [{ file, text, version }] }, context);
  process.stdout.write(`${status} ${JSON.stringify(answer).slice(0, 500)}\n`);
}
