// Runs before npm start, npm test, npm run dev and npm run a11y: installs the packages of package-lock.json when any is missing.
// Plain JavaScript for any Node.js: the project's own is among the packages.
import { spawnSync } from 'node:child_process';
import { missingPackages } from './packages.mjs';

// Only glibc reports its version.
process.report.excludeNetwork = true;
if (process.platform === 'linux' && !process.report.getReport().header.glibcVersionRuntime) {
  console.error(
    'This system has another C library than glibc (Alpine Linux has musl), and the Node.js that the packages bring needs glibc. Use a system or a container with glibc, such as Debian.',
  );
  process.exit(1);
}

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
