import { spawn } from 'node:child_process';
import { listenFault, type Place, readPlace, tryPlace } from '#publish/server/place.ts';
import { nextCli, nextEnvironment, root } from './environment.ts';
import { takeNoArguments } from './no-arguments.ts';

/**
 * `npm run dev`: the preview for editors, at http://localhost:3000 (`PORT`, `HOST`). Saving a text or a record shows
 * in the open browser; drafts are visible; a fault in the content is shown instead of the page.
 */

takeNoArguments('npm run dev, with PORT and HOST in the environment to choose another place');

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
const next = spawn(process.execPath, [nextCli, 'dev', '--port', String(port), '--hostname', host], {
  cwd: root,
  stdio: 'inherit',
  env: nextEnvironment,
});
next.on('exit', (code) => process.exit(code ?? 0));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => next.kill(signal));
