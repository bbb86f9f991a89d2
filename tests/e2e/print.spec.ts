import { expect } from '@playwright/test';
import { documentPaths, publishedPages, site } from '../published-site.ts';
import { serveBrokenSite } from './broken-site.ts';
import { findMissingText, findSheetFaults, printSheets } from './checks/pdf.ts';
import { findPrintedControls, findUnprintedText, readScreen } from './checks/print.ts';
import { samples, visit } from './documents.ts';
import { testInOneTab } from './tab.ts';

/** The width of the paper without margins, in CSS pixels. */
const paper = { width: 658, height: 931 };

const directories = publishedPages.filter(({ page }) => page.key === site.directory).map(({ path }) => path);

const test = testInOneTab({ javaScriptEnabled: false });
test.use({ viewport: paper });

test.describe('A page prints its whole text, without controls, on numbered and well filled A4 sheets', () => {
  for (const path of documentPaths) {
    test(path, async ({ page }) => {
      await visit(page, path);
      const texts = await readScreen(page, partOf(path));
      expect(texts).not.toEqual([]);
      // Answers stay closed, as when a visitor prints.
      expect.soft(await findUnprintedText(page, partOf(path))).toEqual([]);
      expect.soft(await findPrintedControls(page)).toEqual([]);
      const sheets = await printSheets(page);
      expect.soft(findSheetFaults(sheets)).toEqual([]);
      expect.soft(findMissingText(sheets, texts)).toEqual([]);
    });
  }
});

test('the checks find text that is missing on paper and a menu that is printed', async ({ page }) => {
  await using broken = await serveBrokenSite();
  await page.goto(`${broken.origin}/print.html`);
  expect(await findUnprintedText(page)).toEqual(['Lost on paper', 'Answer that stays shut']);
  expect(await findPrintedControls(page)).toEqual(['nav “Menu”']);
});

test('the checks find text that is missing in a PDF although it is visible, and wasted paper', async ({ page }) => {
  await using broken = await serveBrokenSite();
  await page.goto(`${broken.origin}/print.html`);
  const texts = await readScreen(page);
  await page.goto(`${broken.origin}/print.html`);
  const sheets = await printSheets(page);
  expect(findMissingText(sheets, texts)).toEqual([
    'Lost on paper',
    'Said twice',
    'Folded away on paper',
    'Answer that stays shut',
  ]);
  expect(findSheetFaults(sheets)).toEqual([
    'sheet 1 is 420 × 594 points',
    'sheet 1 has the number "?"',
    expect.stringMatching(/^sheet 1 is left empty from \d\d % on$/),
    'sheet 2 is 420 × 594 points',
    'sheet 2 has the number "?"',
    expect.stringMatching(/^sheet 2 is left empty from \d\d % on$/),
    'sheet 3 is 420 × 594 points',
    'sheet 3 has the number "?"',
    'sheet 3 has no text',
  ]);
});

test.describe('A page of each template prints black on white, even from a dark screen', () => {
  test.use({ colorScheme: 'dark' });
  for (const { path } of samples) {
    test(path, async ({ page }) => {
      await visit(page, path);
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      const colours = await page.locator('html').evaluate((element) => {
        const { color, backgroundColor } = getComputedStyle(element);
        return { color, backgroundColor };
      });
      expect(colours).toEqual({ color: 'rgb(0, 0, 0)', backgroundColor: 'rgb(255, 255, 255)' });
    });
  }
});

/** How many units fit on a sheet of A4. */
const unitsOnSheet = 14;

test.describe('The directory prints on as few sheets of paper as its units need', () => {
  for (const path of directories) {
    test(path, async ({ page }) => {
      await visit(page, path);
      expect((await printSheets(page)).length).toBeLessThanOrEqual(Math.ceil(site.contacts.length / unitsOnSheet));
    });
  }
});

/** The part of a page that must be printed: of the directory only the list, without the index of tasks. */
function partOf(path: string): string {
  return directories.includes(path) ? '[data-entries]' : 'main';
}
