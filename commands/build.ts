import { spawnSync } from 'node:child_process';
import { existsSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { recover } from '#publish/release/swap.ts';
import { checkContent } from './check-content.ts';
import { assertBuildableFolder, assertNoArguments, nextCli, nextEnvironment, root } from './environment.ts';

/** `npm run build`: checks the content, then runs Next.js with the publish adapter, which writes `out/`. */

assertNoArguments('npm run build');
assertBuildableFolder();

function stop(reason: string, status = 1): never {
  console.error(`\nNot built: ${reason}. The site in out/ is unchanged.`);
  process.exit(status);
}

/** Whether the disk has no space left for a build; Next.js does not always say so. */
function isDiskFull(): boolean {
  return [root, path.join(root, '.next'), tmpdir()].filter(existsSync).some((folder) => {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < 1024 * 1024;
  });
}

recover(path.join(root, 'out'));
if (checkContent({ store: true }) !== 0) stop('the content has errors, see above');
const { status } = spawnSync(process.execPath, [nextCli, 'build'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...nextEnvironment, NODE_ENV: 'production' },
});
if (status !== 0) stop(isDiskFull() ? 'the disk is full' : 'next build failed, see above', status ?? 1);
