// Plain JavaScript: this runs before anything is installed, under whatever Node.js the machine has.
// It installs the exact versions of package-lock.json, once; a second run sees that they are there and does nothing.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { missingPackages, nodeVersion } from './packages.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const stampFile = `${root}node_modules/.installed`;
const stamp = createHash('sha256')
  .update(readFileSync(`${root}package-lock.json`))
  .digest('hex');

function isInstalled() {
  const isComplete = existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp;
  return isComplete && missingPackages(root, { tests: true }).length === 0;
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

if (!isInstalled()) {
  const started = Date.now();
  console.log('Installing dependencies (once, about a minute) …');
  // Not "npm ci": it refuses a lockfile in which a platform's optional binary is missing, and a registry need not carry
  // every platform's. This installs the locked versions just the same, and writes neither package.json nor the lockfile.
  const { status, error } = spawnSync(
    'npm',
    ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    },
  );
  if (error) stop(`npm cannot start: ${error.message}. Install Node.js with npm and try again.`);
  if (status !== 0)
    stop(
      'npm install failed, see above. Check the network and the free disk space, then run the command again.',
    );
  const { stdout } = spawnSync(`${root}node_modules/.bin/node`, ['--version'], { encoding: 'utf8' });
  if (!stdout?.startsWith(`v${nodeVersion}.`)) {
    stop(
      `The packages are installed, but not the Node.js ${nodeVersion} among them: npm must be allowed to run the install script of the package "node".`,
    );
  }
  writeFileSync(stampFile, stamp);
  console.log(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`);
}
