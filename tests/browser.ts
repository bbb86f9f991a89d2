import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

/**
 * Flags for Chromium: run in a container, make no requests of its own, and do not hint fonts, because the headless shell would round the
 * widths of letters to whole pixels, unlike phones.
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

/** The path of Chromium: of CHROMIUM_PATH, Playwright or the system; null if there is no Chromium. */
function findBrowser(): string | null {
  const candidates = [
    process.env['CHROMIUM_PATH'],
    chromium.executablePath(),
    // Without a window it needs a third less of the processor.
    '/usr/bin/chromium-headless-shell',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ];
  return candidates.find((candidate) => candidate && existsSync(candidate)) ?? null;
}

/**
 * Finds Chromium or installs it: with apt as root, otherwise with Playwright.
 * @returns its path
 * @throws Error with instructions in one sentence when the installation fails
 */
export function ensureBrowser(): string {
  const found = findBrowser();
  if (found) return found;
  console.log('Installing Chromium for the browser tests …');
  const asRoot = process.getuid?.() === 0;
  const hasApt = existsSync('/usr/bin/apt-get');
  if (asRoot && hasApt) {
    run('apt-get', ['update', '-qq']);
    // Fallback fonts of the site.
    const fonts = ['fonts-liberation', 'fonts-dejavu-core'];
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium-headless-shell', ...fonts]);
  }
  if (!findBrowser()) run(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium']);
  const installed = findBrowser();
  if (installed) return installed;
  throw new Error(
    'Chromium cannot be installed. Install it by hand (Debian: sudo apt-get install chromium) or set CHROMIUM_PATH=/path/to/chromium.',
  );
}

function run(command: string, args: string[]): void {
  spawnSync(command, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
