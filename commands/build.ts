import { spawnSync } from 'node:child_process';
import { existsSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { recover } from '#publish/release/swap.ts';
import { checkContent } from './check-content.ts';
import { nextCli, nextEnvironment, root } from './environment.ts';
import { takeNoArguments } from './no-arguments.ts';

/** `npm run build`: the content gate, then Next.js with the publish adapter, which writes `out/`. */

takeNoArguments('npm run build');

function run(name: string, args: string[]): void {
  const { status, error } = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...nextEnvironment, NODE_ENV: 'production' },
  });
  if (error) {
    console.error(`${name} cannot start: ${error.message}. Run npm start, which installs what is missing.`);
    process.exit(1);
  }
  if (status !== 0) {
    const cause = isDiskFull() ? 'the disk is full' : `${name} failed, see above`;
    console.error(`\nNot built: ${cause}. The site in out/ is as it was.`);
    process.exit(status ?? 1);
  }
}

/** Whether there is no room left for what a build writes; Next.js says it in its own words, if at all. */
function isDiskFull(): boolean {
  return [root, path.join(root, '.next'), tmpdir()].filter(existsSync).some((folder) => {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < 1024 * 1024;
  });
}

recover(path.join(root, 'out'));
const status = checkContent({ store: true });
if (status !== 0) {
  console.error('\nNot built: the content has errors, see above. The site in out/ is as it was.');
  process.exit(status);
}
run('next build', [nextCli, 'build']);
