import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

/**
 * Flags under which Chromium runs in a container, asks nothing of the network by itself, and draws letters as wide as they are, as
 * phones do: its headless shell would fit them to the pixels of a coarse screen.
 */
export const browserFlags = [
  '--font-render-hinting=none',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Where a Chromium stands on this machine: CHROMIUM_PATH, Playwright's own, or the system's; null when there is none. */
export function findBrowser(): string | null {
  const candidates = [
    process.env['CHROMIUM_PATH'],
    chromium.executablePath(),
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ];
  return candidates.find((candidate) => candidate && existsSync(candidate)) ?? null;
}

/**
 * Finds a Chromium, or installs one: as a system package where that is possible, otherwise Playwright's own.
 * @throws Error with one sentence that says what to do when neither works
 */
export function ensureBrowser(): string {
  const found = findBrowser();
  if (found) return found;
  console.log('No Chromium found; installing one for the browser tests.');
  const asRoot = process.getuid?.() === 0;
  const hasApt = existsSync('/usr/bin/apt-get');
  if (asRoot && hasApt) {
    run('apt-get', ['update', '-qq']);
    // The fonts stand in for the web fonts until these arrive.
    const fonts = ['fonts-liberation', 'fonts-dejavu-core'];
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', ...fonts]);
  }
  if (!findBrowser()) run(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium']);
  const installed = findBrowser();
  if (installed) return installed;
  throw new Error(
    'No Chromium could be installed. Install one by hand (Debian: sudo apt-get install chromium) or name it: CHROMIUM_PATH=/path/to/chromium npm test',
  );
}

function run(command: string, args: string[]): void {
  spawnSync(command, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
