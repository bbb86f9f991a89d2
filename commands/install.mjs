// Runs before npm start, npm test, npm run dev and npm run a11y: installs the packages of package-lock.json when any is missing.
// Plain JavaScript for any Node.js: the project's own is among the packages.
import { spawnSync } from 'node:child_process';
import { missingPackages } from './packages.mjs';

if (missingPackages({ development: true }).length > 0) {
  console.log('Installing packages (once, about a minute) …');
  const { status, error } = spawnSync('npm', ['ci'], {
    cwd: new URL('..', import.meta.url),
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error(
      `npm ci failed${error ? `: ${error.message}` : ', see above'}. Check the network and the free disk space, then try again.`,
    );
    process.exit(1);
  }
}
