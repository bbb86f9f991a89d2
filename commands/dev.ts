import { spawn } from 'node:child_process';
import { listenFault, type Place, readPlace, tryPlace } from '#publish/server/place.ts';
import { writeEditorFiles } from './editor-files.ts';
import { nextCli, nextEnvironment, root } from './environment.ts';
import { assertNoArguments } from './no-arguments.ts';

/**
 * `npm run dev`: the preview for editors, at http://localhost:3000 (`PORT`, `HOST`). The open browser shows a saved text or record at
 * once, drafts included; a fault in the content replaces the page. Also writes the files of `npm run schemas`.
 */

assertNoArguments('npm run dev, with the environment variables PORT and HOST');

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

async function freePlace(): Promise<Place> {
  try {
    const place = readPlace(process.env);
    const fault = await tryPlace(place);
    return fault ? stop(listenFault(fault, place, 'npm run dev')) : place;
  } catch (error) {
    return stop((error as Error).message);
  }
}

const { port, host } = await freePlace();
writeEditorFiles();
const next = spawn(process.execPath, [nextCli, 'dev', '--port', String(port), '--hostname', host], {
  cwd: root,
  stdio: 'inherit',
  env: nextEnvironment,
});
// The code is null when a signal ended Next.js, such as the system's when memory runs out.
next.on('exit', (code) => process.exit(code ?? 1));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => next.kill(signal));
