import { expect, type Page, test } from '@playwright/test';
import { documentPaths, publishedPages, site } from '../published-site.ts';
import { serveBrokenSite } from './broken-site.ts';
import { findPrintedControls, findUnprintedText } from './checks/print.ts';
import { samples, visit } from './documents.ts';

/** The paper's width minus the margins, in CSS pixels. */
const paper = { width: 658, height: 931 };

const directories = publishedPages.filter(({ page }) => page.key === site.directory).map(({ path }) => path);

test.use({ viewport: paper, javaScriptEnabled: false });

test.describe('On paper stands all that the page says, and nothing to click', () => {
  for (const address of documentPaths) {
    test(address, async ({ page }) => {
      await visit(page, address);
      // The directory prints as a list of one sheet; the index of tasks, which leads to its entries, stays on the screen.
      const part = directories.includes(address) ? '.register' : 'main';
      expect.soft(await findUnprintedText(page, part)).toEqual([]);
      expect.soft(await findPrintedControls(page)).toEqual([]);
    });
  }
});

test('the checks find text that gets lost on paper, and a menu that stays', async ({ page }) => {
  await using broken = await serveBrokenSite();
  await page.goto(`${broken.origin}/print.html`);
  expect(await findUnprintedText(page)).toEqual(['Lost on paper', 'Answer that stays shut']);
  expect(await findPrintedControls(page)).toEqual(['nav “Menu”']);
});

test.describe('Each kind of page prints on A4, black on white, also from a dark screen', () => {
  test.use({ colorScheme: 'dark' });
  for (const { path } of samples) {
    test(path, async ({ page }) => {
      await visit(page, path);
      const sheets = await printSheets(page);
      expect(sheets.length).toBeGreaterThan(0);
      for (const sheet of sheets) expect(sheet).toBe('594 × 841');

      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      const colours = await page.locator('html').evaluate((element) => {
        const { color, backgroundColor } = getComputedStyle(element);
        return { color, backgroundColor };
      });
      expect(colours).toEqual({ color: 'rgb(0, 0, 0)', backgroundColor: 'rgb(255, 255, 255)' });
    });
  }
});

test.describe('The directory prints on one sheet', () => {
  for (const path of directories) {
    test(path, async ({ page }) => {
      await visit(page, path);
      expect(await printSheets(page)).toHaveLength(1);
    });
  }
});

/** The size of each printed sheet, in whole points. */
async function printSheets(page: Page): Promise<string[]> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  return [...pdf.matchAll(/\/MediaBox\s*\[0 0 (\d+)[\d.]* (\d+)[\d.]*\]/g)].map(
    ([, width, height]) => `${width} × ${height}`,
  );
}
