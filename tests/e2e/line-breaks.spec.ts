import { expect } from '@playwright/test';
import { documentPaths } from '../published-site.ts';
import { visit } from './documents.ts';
import { testInOneTab } from './tab.ts';

const widths = [320, 390, 600, 768, 1280, 1920];

/** What a line must not break: names with their number, and the short parts of a word with a hyphen. */
const unbroken = String.raw`(?:Wetstraat|Hertogsstraat|Loi|Ducale)\s\d+|\be.mail|EN\s301\s549|WCAG\s\d\.\d|\d{1,2}\s\d{3}\s\d{2}\s\d{2}`;

const test = testInOneTab({ reducedMotion: 'reduce' });

test.describe('A line never breaks inside an address, a standard, a number or “e-mail”', () => {
  for (const address of documentPaths) {
    test(address, async ({ page }) => {
      await visit(page, address);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 });
        const broken = await page.locator('body').evaluate((body, pattern) => {
          const found: string[] = [];
          const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const node = walker.currentNode as Text;
            if (!node.parentElement?.checkVisibility({ visibilityProperty: true })) continue;
            for (const match of node.data.matchAll(new RegExp(pattern, 'g'))) {
              const range = document.createRange();
              range.setStart(node, match.index);
              range.setEnd(node, match.index + match[0].length);
              const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
              if (lines.size > 1) found.push(node.data.slice(Math.max(0, match.index - 20), match.index + 30));
            }
          }
          return found;
        }, unbroken);
        expect.soft(broken, `${width} pixels wide`).toEqual([]);
      }
    });
  }
});
