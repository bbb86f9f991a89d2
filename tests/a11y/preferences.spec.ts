import { expect, test } from '@playwright/test';
import { serveBrokenSite } from '../e2e/broken-site.ts';
import { findUnreadableText, sidewaysScroll } from '../e2e/checks/layout.ts';
import { openAnswers, visit } from '../e2e/documents.ts';
import { documentPaths } from '../published-site.ts';
import { findLostWords, findShapelessControls } from './checks/borders.ts';
import { findMotion } from './checks/stillness.ts';

/* Preferences that readers set in their browser or system. */

const criteria = (...numbers: readonly string[]) => ({
  annotation: numbers.map((description) => ({ type: 'criterion', description })),
});

test.describe('Nothing moves with reduced motion', criteria('2.2.2', '2.3.1'), () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });
  for (const path of documentPaths) {
    test(path, async ({ page }) => {
      await visit(page, path);
      expect(await findMotion(page)).toEqual([]);
    });
  }
});

test('the check finds animations and transitions', async ({ page }) => {
  await using broken = await serveBrokenSite('a11y/broken');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`${broken.origin}/motion.html`);
  expect(await findMotion(page)).toEqual([
    expect.stringMatching(/^html .*: smooth scrolling$/s),
    'p “Turns”: an animation',
    'p “Fades”: a transition',
    'the page: a transition to the next page',
  ]);
});

test.describe('Every control keeps a visible shape in forced colours', criteria('1.4.11'), () => {
  test.use({ contextOptions: { forcedColors: 'active' } });
  for (const path of documentPaths) {
    test(path, async ({ page }) => {
      await visit(page, path);
      await openAnswers(page);
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        expect.soft(await findShapelessControls(page), `${width} px`).toEqual([]);
      }
    });
  }
});

test.describe('Every control keeps its words when it gets the focus in forced colours', criteria('1.4.3'), () => {
  test.use({ contextOptions: { forcedColors: 'active' } });
  for (const path of documentPaths) {
    test(path, async ({ page }) => {
      await visit(page, path);
      await openAnswers(page);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, forcedColors: 'active' });
        expect.soft(await findLostWords(page), colorScheme).toEqual([]);
      }
    });
  }
});

test('the check finds words in the colour of the page on a focused button', async ({ page }) => {
  await using broken = await serveBrokenSite('a11y/broken');
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(`${broken.origin}/forced-focus.html`);
  expect(await findLostWords(page)).toEqual([expect.stringContaining('button “Lost” has words of')]);
});

test('the check finds a control that only its background showed', async ({ page }) => {
  await using broken = await serveBrokenSite('a11y/broken');
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(`${broken.origin}/forced-colours.html`);
  expect(await findShapelessControls(page)).toEqual(['button “Flat”', 'a “Flat link”']);
});

test.describe('A page is readable in fallback fonts when its web fonts do not load', criteria('1.4.10'), () => {
  for (const path of documentPaths) {
    test(path, async ({ page }) => {
      await page.route('**/*.woff2', (route) => route.abort());
      await page.setViewportSize({ width: 320, height: 800 });
      await visit(page, path);
      await page.waitForLoadState('networkidle');
      expect.soft(await sidewaysScroll(page)).toBe(0);
      expect.soft(await findUnreadableText(page)).toEqual([]);
    });
  }
});
