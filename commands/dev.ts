import { spawn } from 'node:child_process';
import { gateMessages } from '#edit/report/describe.ts';
import { writeEditorFiles } from '#edit/tools/files.ts';
import { languages } from '#lib/languages/languages.ts';
import { listenFault, tryPlace } from '#publish/server/place.ts';
import {
  assertBuildableFolder,
  assertNoArguments,
  chosenPlace,
  nextCli,
  nextEnvironment,
  root,
  stop,
  whenNpmEnds,
} from './environment.ts';

/**
 * `npm run dev`: the preview for editors, at http://localhost:3000 (`PORT`, `HOST`). The open browser shows a saved text or record at
 * once, drafts included; a page with errors shows them, and the others stay. Also writes the files of `npm run schemas`.
 */

assertNoArguments('npm run dev, with the environment variables PORT and HOST');
assertBuildableFolder();

const { port, host } = chosenPlace();
const fault = await tryPlace({ port, host });
if (fault) stop(listenFault(fault, { port, host }, 'npm run dev'));
writeEditorFiles({ root, languages, messages: gateMessages(root, languages) });
const next = spawn(process.execPath, [nextCli, 'dev', '--port', String(port), '--hostname', host], {
  cwd: root,
  stdio: 'inherit',
  env: nextEnvironment,
});
// The code is null when a signal ended Next.js, such as the system's when memory runs out.
next.on('exit', (code) => process.exit(code ?? 1));
for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM'] as const) process.on(signal, () => next.kill(signal));
whenNpmEnds(() => next.kill());
