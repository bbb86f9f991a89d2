import { expect, test } from '@playwright/test';
import { browserFlags, ensureBrowser } from '../browser.ts';
import { documentPaths } from '../published-site.ts';
import { sidewaysScroll } from './checks/layout.ts';
import { visit } from './documents.ts';

/** Twice the usual size, as set in the preferences of a browser. */
test.use({
  launchOptions: { executablePath: ensureBrowser(), args: [...browserFlags, '--blink-settings=defaultFontSize=32'] },
});

test.describe('Text at 200 % fits into a phone without horizontal scrolling', () => {
  for (const path of documentPaths) {
    test(path, async ({ page }) => {
      await visit(page, path);
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('32px');
      for (const width of [320, 390]) {
        await page.setViewportSize({ width, height: 800 });
        expect.soft(await sidewaysScroll(page), `${width} pixels wide`).toBe(0);
      }
    });
  }
});
