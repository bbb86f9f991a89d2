import { writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { browserFlags, ensureBrowser } from './browser.ts';
import { fallbackStyle, styleFile } from './fallback-fonts/style.ts';
import { assertNoArguments } from './no-arguments.ts';

/**
 * `npm run fallback-fonts`: measures the web fonts and the local fonts that stand in for them, and writes the rules that make
 * every word as wide in the one as in the other, so that nothing moves when the web fonts arrive.
 */

assertNoArguments('npm run fallback-fonts');

const browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserFlags });
try {
  const style = await fallbackStyle(await browser.newPage());
  writeFileSync(styleFile, style);
  console.log(`${styleFile}: ${style.split('@font-face').length - 1} rules`);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
} finally {
  await browser.close();
}
