import { expect } from '@playwright/test';
import { documentPaths } from '../published-site.ts';
import { serveBrokenSite } from './broken-site.ts';
import { findUnreadableText, findWrongHints, sidewaysScroll, spaceText } from './checks/layout.ts';
import { findSmallTargets } from './checks/targets.ts';
import { openAnswers, openEachCard, visit } from './documents.ts';
import { testInOneTab } from './tab.ts';

/** The narrowest and the lowest window that WCAG 1.4.10 asks for, a tablet, and a desk. */
const narrowest = { width: 320, height: 640 };
const desk = { width: 1280, height: 800 };
const windows = [narrowest, { width: 455, height: 256 }, { width: 768, height: 1024 }, desk];
const phone = { width: 390, height: 844 };

const test = testInOneTab({ reducedMotion: 'reduce' });

test.describe('Fingers hit every target, and every text can be read in any window, also when spaced out', () => {
  for (const path of documentPaths) {
    test(path, async ({ page }) => {
      await visit(page, path);
      await openAnswers(page);
      await page.setViewportSize(phone);
      expect.soft(await findSmallTargets(page), 'targets').toEqual([]);
      const opener = page.locator('body > header button[popovertarget]').first();
      if ((await opener.count()) > 0) {
        await opener.click();
        await expect(page.locator('header [popover]')).toBeVisible();
        expect.soft(await findSmallTargets(page, 'header [popover]'), 'targets of the menu').toEqual([]);
        await page.keyboard.press('Escape');
      }
      await openEachCard(page, async (card) => {
        expect.soft(await findSmallTargets(page, card), 'targets of a card').toEqual([]);
        expect.soft(await findUnreadableText(page, card), 'text of a card').toEqual([]);
      });
      const look = async (spacing: string, sizes: typeof windows) => {
        for (const window of sizes) {
          await page.setViewportSize(window);
          const where = `${window.width} × ${window.height}, ${spacing}`;
          expect.soft(await sidewaysScroll(page), `${where}: pixels to scroll sideways`).toBe(0);
          expect.soft(await findUnreadableText(page), where).toEqual([]);
          await expect.poll(() => findWrongHints(page), where).toEqual([]);
        }
      };
      await look('own spacing', windows);
      await spaceText(page);
      await look('wide spacing', [narrowest, desk]);
    });
  }
});

test('the checks find text that runs out of the page, is cut off or covered', async ({ page }) => {
  await using broken = await serveBrokenSite();
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(`${broken.origin}/layout.html`);
  expect(await sidewaysScroll(page)).toBe(180);
  expect(await findUnreadableText(page)).toEqual([
    expect.stringMatching(/“beyond” .* the edge of the page/),
    expect.stringMatching(/“This sentence is cut off” .* cut off by p/),
    expect.stringMatching(/“above” .* “below” .* overlap/),
  ]);
  await page.goto(`${broken.origin}/spacing.html`);
  expect(await findUnreadableText(page), 'as the page came').toEqual([]);
  await spaceText(page);
  expect(await findUnreadableText(page), 'with wide spacing').not.toEqual([]);
});

test('the check finds small targets, and leaves links in sentences alone', async ({ page }) => {
  await using broken = await serveBrokenSite();
  await page.setViewportSize(phone);
  await page.goto(`${broken.origin}/targets.html`);
  expect(await findSmallTargets(page)).toEqual([
    expect.stringMatching(/“Header link” .* not 44/),
    expect.stringMatching(/“Low button” .* not 44/),
    expect.stringMatching(/“Link alone” .* not 24/),
  ]);
});
