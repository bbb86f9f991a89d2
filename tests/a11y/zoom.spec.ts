import { expect, test } from '@playwright/test';
import { serveBrokenSite } from '../e2e/broken-site.ts';
import { findUnreadableText, sidewaysScroll, spaceText } from '../e2e/checks/layout.ts';
import { openAnswers, visit } from '../e2e/documents.ts';
import { documentPaths } from '../published-site.ts';
import { findWhatStaysInTheWay } from './checks/sticky.ts';

const criteria = (...numbers: readonly string[]) => ({
  annotation: numbers.map((description) => ({ type: 'criterion', description })),
});

/** A window of 1280 × 1024 at 400 %, as in WCAG 1.4.10, and a large and a small phone in landscape. */
const windows = [
  { name: '1280 × 1024 at 400 %', width: 320, height: 256 },
  { name: 'a large phone in landscape', width: 844, height: 390 },
  { name: 'a small phone in landscape', width: 568, height: 320 },
];

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test.describe(
  'Zoomed, in landscape and with wide spacing, everything is readable without horizontal scrolling and nothing sticky covers it',
  criteria('1.3.4', '1.4.4', '1.4.10', '1.4.12', '2.4.11'),
  () => {
    for (const path of documentPaths) {
      test(path, async ({ page }) => {
        await visit(page, path);
        await openAnswers(page);
        const look = async (spacing: string) => {
          for (const { name, ...window } of windows) {
            await page.setViewportSize(window);
            const where = `${name}, ${spacing}`;
            expect.soft(await sidewaysScroll(page), where).toBe(0);
            expect.soft(await findUnreadableText(page), where).toEqual([]);
            expect.soft(await findWhatStaysInTheWay(page), where).toEqual([]);
          }
        };
        await look('own spacing');
        await spaceText(page);
        await look('wide spacing');
      });
    }
  },
);

test('the check finds a sticky bar that covers the page', async ({ page }) => {
  await using broken = await serveBrokenSite('a11y/broken');
  await page.setViewportSize({ width: 320, height: 256 });
  await page.goto(`${broken.origin}/sticky.html`);
  expect(await findWhatStaysInTheWay(page)).toEqual(['div “Cookies?” covers 47 % of the window']);
});
