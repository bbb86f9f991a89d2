import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, type BrowserContextOptions, chromium } from '@playwright/test';
import { root } from '#commands/environment.ts';
import { loadSite } from '#gate/load.ts';
import { languages } from '#lib/languages/languages.ts';
import { homeKey, type Site, twinOf } from '#lib/site/site.ts';
import { createSiteServer } from '#publish/server/server.ts';
import { browserFlags, ensureBrowser } from './browser.ts';

/**
 * `npm run screenshots [-- --only <text>] [--widths 390,768,1280]`: writes screenshots of the published site to `screenshots/`: every
 * document in light and dark at each width, and the home page, the directory, a service and the contact page in forced colours and as
 * PDF. `--only` selects the paths that contain the text.
 */

const folder = path.join(root, 'screenshots');
/** The width of A4 without margins, in CSS pixels. */
const paperWidth = 658;

const { only, widths } = readOptions();

function readOptions(): { only: string; widths: readonly number[] } {
  try {
    const { values } = parseArgs({
      options: { only: { type: 'string', default: '' }, widths: { type: 'string', default: '390,768,1280' } },
    });
    const pixels = values.widths.split(',').map(Number);
    if (!pixels.every((width) => Number.isInteger(width) && width > 0)) throw new Error('No width.');
    return { only: values.only, widths: pixels };
  } catch {
    console.error('Use: npm run screenshots [-- --only <part of a path>] [--widths 390,768,1280]');
    return process.exit(2);
  }
}

/** The paths of all documents: pages, the language choice, the 404 page. */
function documentsOf(site: Site): string[] {
  return ['/', '/404', ...site.pages.flatMap((page) => languages.map(({ code }) => twinOf(page, code).path))];
}

/** The paths of one page of each layout. */
function samplesOf(site: Site): string[] {
  const service = site.pages.find(({ template }) => template === 'service')?.key;
  const keys = [homeKey, site.directory, service, ...site.navigation.lost];
  return site.pages
    .filter(({ key }) => keys.includes(key))
    .flatMap((page) => languages.map(({ code }) => twinOf(page, code).path));
}

function fileName(pagePath: string, look: string): string {
  const name = pagePath === '/' ? 'choice' : pagePath.slice(1).replaceAll('/', '-');
  return path.join(folder, `${name}-${look}`);
}

/** Takes a screenshot of each path. */
async function shoot(
  browser: Browser,
  origin: string,
  paths: readonly string[],
  look: string,
  options: BrowserContextOptions,
): Promise<void> {
  const page = await browser.newPage({ reducedMotion: 'reduce', ...options });
  for (const pagePath of paths) {
    await page.goto(origin + pagePath);
    await page.screenshot({ path: `${fileName(pagePath, look)}.png`, fullPage: true });
  }
  await page.close();
  console.log(`  ${look.padEnd(16)} ${paths.length} screenshots`);
}

async function print(browser: Browser, origin: string, paths: readonly string[]): Promise<void> {
  const page = await browser.newPage({ viewport: { width: paperWidth, height: 900 } });
  for (const pagePath of paths) {
    await page.goto(origin + pagePath);
    await page.pdf({ path: `${fileName(pagePath, 'print')}.pdf`, preferCSSPageSize: true });
  }
  await page.close();
  console.log(`  ${'print'.padEnd(16)} ${paths.length} PDFs`);
}

const { site } = loadSite({ root, languages, drafts: false });
if (!site) {
  console.error('The content has findings; npm run check shows them.');
  process.exit(1);
}
const wanted = (pagePath: string) => pagePath.includes(only);
const documents = documentsOf(site).filter(wanted);
const samples = samplesOf(site).filter(wanted);

const server = createSiteServer(path.join(root, 'out')).listen(0);
const address = server.address();
const origin = `http://localhost:${typeof address === 'object' && address ? address.port : 0}`;
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserFlags });
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
for (const width of widths) {
  for (const colorScheme of ['light', 'dark'] as const) {
    const options = { viewport: { width, height: 844 }, colorScheme };
    await shoot(browser, origin, documents, `${width}-${colorScheme}`, options);
  }
  await shoot(browser, origin, samples, `${width}-forced`, {
    viewport: { width, height: 844 },
    forcedColors: 'active',
  });
}
await print(browser, origin, samples);
await browser.close();
server.close();
console.log(`The screenshots are in ${folder}.`);
