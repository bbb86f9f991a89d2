import { expect, type Page } from '@playwright/test';
import { documentPaths } from '../published-site.ts';
import { visit } from './documents.ts';
import { testInOneTab } from './tab.ts';

const widths = [320, 390, 600, 768, 1280, 1920];

/** Names with their number, and telephone numbers. */
const phrases = /(?:Wetstraat|Hertogsstraat|Loi|Ducale)\s\d+|EN\s301\s549|WCAG\s\d\.\d|\d{1,2}\s\d{3}\s\d{2}\s\d{2}/;

/** A word with hyphens that is no part of an address: at most 17 letters, with a short part or with a capital letter after a hyphen. */
const words =
  /(?<![\p{L}\d/@._-])(?=[\p{L}’-]*(?:(?<![\p{L}’])[\p{L}’]{1,4}-|-[\p{L}’]{1,4}(?![\p{L}’])|-\p{Lu}))(?=[\p{L}’-]{1,17}(?![\p{L}’-]))[\p{L}’]+(?:-[\p{L}’]+)+(?![\d/@_]|\.\p{L})/u;

/** The phrases and words on the page that a line breaks. */
function findBroken(page: Page): Promise<string[]> {
  return page.locator('body').evaluate((body, pattern) => {
    const found: string[] = [];
    const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      if (!node.parentElement?.checkVisibility({ visibilityProperty: true })) continue;
      for (const match of node.data.matchAll(new RegExp(pattern, 'gu'))) {
        const range = document.createRange();
        range.setStart(node, match.index);
        range.setEnd(node, match.index + match[0].length);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        if (lines.size > 1) found.push(match[0]);
      }
    }
    return found;
  }, `${phrases.source}|${words.source}`);
}

const test = testInOneTab({ reducedMotion: 'reduce' });

test.describe('A line never breaks inside an address, a standard, a number or a short word with a hyphen', () => {
  for (const address of documentPaths) {
    test(address, async ({ page }) => {
      await visit(page, address);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 });
        expect.soft(await findBroken(page), `${width} pixels wide`).toEqual([]);
      }
    });
  }
});

test('the check finds a broken word, and leaves long words and addresses alone', async ({ page }) => {
  const lines = [
    'naar Kunst-Wet',
    'wie is eerste-hulpverlener',
    'op /nl/over-ons',
    'Signalez-la-nous',
    'Hertogsstraat 4',
  ];
  await page.setContent(`<table width="1"><td>${lines.map((line) => `<p>${line}</p>`).join('')}`);
  expect(await findBroken(page)).toEqual(['Kunst-Wet', 'Signalez-la-nous', 'Hertogsstraat 4']);
});
