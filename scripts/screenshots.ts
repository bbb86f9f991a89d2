import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { loadSite } from '../lib/content/load.ts';
import { twinOf } from '../lib/content/site.ts';
import { languages } from '../lib/i18n/languages.ts';
import { createSiteServer } from '../publish/server/server.ts';
import { browserFlags, ensureBrowser } from './browser.ts';

/**
 * `npm run screenshots [-- --only <text>]`: pictures of the published site in `screenshots/`, every page in every language,
 * 390, 768 and 1280 px wide, light and dark. `--only` keeps the addresses that contain the text.
 */

const root = path.resolve(import.meta.dirname, '..');
const folder = path.join(root, 'screenshots');
const { only = '', widths } = parseArgs({
  options: { only: { type: 'string' }, widths: { type: 'string', default: '390,768,1280' } },
}).values;

const { site } = loadSite({ root, languages, drafts: false });
if (!site) throw new Error('The content has findings; run npm run check.');
const paths = [
  '/',
  '/404',
  ...site.pages.flatMap((page) => languages.map(({ code }) => twinOf(page, code).path)),
];

const server = createSiteServer(path.join(root, 'out')).listen(0);
const address = server.address();
const port = typeof address === 'object' && address ? address.port : 0;
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserFlags });
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
for (const width of widths.split(',').map(Number)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await browser.newPage({
      viewport: { width, height: 844 },
      colorScheme,
      reducedMotion: 'reduce',
    });
    for (const each of paths.filter((candidate) => candidate.includes(only))) {
      await page.goto(`http://localhost:${port}${each}`);
      const name = `${each === '/' ? 'choice' : each.slice(1).replaceAll('/', '-')}-${width}-${colorScheme}.png`;
      await page.screenshot({ path: path.join(folder, name), fullPage: true });
    }
    await page.close();
    console.log(`${width} px, ${colorScheme}: done`);
  }
}
await browser.close();
server.close();
