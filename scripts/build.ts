import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { nextCli, nextEnvironment, root } from './environment.ts';

/** `npm run build`: the content gate, then Next.js with the publish adapter, which writes `out/`. */

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
    console.error(`\nNot built: ${name} failed, see above. The site in out/ is as it was.`);
    process.exit(status ?? 1);
  }
}

run('the content check', [path.join(root, 'scripts/check.ts')]);
run('next build', [nextCli, 'build']);
