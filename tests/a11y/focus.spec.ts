import { expect, type Locator, type Page, test } from '@playwright/test';
import { serveBrokenSite } from '../e2e/broken-site.ts';
import { findKeyboardFaults } from '../e2e/checks/focus.ts';
import { openAnswers, samples, visit } from '../e2e/documents.ts';
import { choicePath, documentPaths, htmlOf, lostPath } from '../published-site.ts';
import { measureFocus } from './checks/focus-contrast.ts';
import { tabInto } from './keys.ts';

const criteria = (...numbers: readonly string[]) => ({
  annotation: numbers.map((description) => ({ type: 'criterion', description })),
});
const widths = [320, 1280];

// Without smooth scrolling, the focused element is in place at once.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

test.describe(
  'Tab reaches everything in reading order with a visible focus, and leaves the page',
  criteria('2.1.1', '2.1.2', '2.4.3', '2.4.7', '2.4.11', '1.3.2'),
  () => {
    for (const path of documentPaths) {
      test(path, async ({ page }) => {
        for (const width of widths) {
          await page.setViewportSize({ width, height: 800 });
          await visit(page, path);
          await openAnswers(page);
          expect.soft(await findKeyboardFaults(page), `${width} px`).toEqual([]);
        }
      });
    }
  },
);

test('the check finds a wrong focus order and a keyboard trap', async ({ page }) => {
  await using broken = await serveBrokenSite('a11y/broken');
  await page.goto(`${broken.origin}/order.html`);
  expect(await findKeyboardFaults(page)).toEqual([
    'a “Left”: gets the focus after a “Right”, but precedes it',
    'a “Above”: gets the focus after a “Below”, but precedes it',
  ]);
  await page.goto(`${broken.origin}/trap.html`);
  expect(await findKeyboardFaults(page)).toEqual([
    'button “In”: Tab does not leave it',
    'a “After”: Tab does not reach it',
  ]);
});

test.describe(
  'A popover takes the next Tab, scrolls into view by keyboard, closes with Escape and returns the focus',
  criteria('2.1.1', '2.1.2', '2.4.3', '2.4.11', '4.1.2'),
  () => {
    for (const path of documentPaths.filter((path) => htmlOf(path).includes('popovertarget='))) {
      for (const window of [
        { width: 320, height: 256 },
        { width: 1280, height: 800 },
      ]) {
        test(`${path}, ${window.width} × ${window.height}`, async ({ page }) => {
          await page.setViewportSize(window);
          await visit(page, path);
          for (const opener of await openersOf(page)) await tryOut(page, opener);
        });
      }
    }
  },
);

/** The buttons that open a popover; at most the first two and the last. */
async function openersOf(page: Page): Promise<readonly Locator[]> {
  const all = await page.locator('button[popovertarget]:not([popovertargetaction])').filter({ visible: true }).all();
  return all.length > 3 ? all.filter((_, index) => index < 2 || index === all.length - 1) : all;
}

async function tryOut(page: Page, opener: Locator): Promise<void> {
  const opened = page.locator(`[id="${await opener.getAttribute('popovertarget')}"]`);
  await opener.focus();
  await page.keyboard.press('Enter');
  await expect(opened).toBeVisible();
  await tabInto(page, opened);
  for (;;) {
    await expect(page.locator(':focus'), 'the focused element is in view').toBeInViewport({ ratio: 0.95 });
    await page.keyboard.press('Tab');
    if ((await opened.locator(':focus').count()) === 0) break;
  }
  await page.keyboard.press('Shift+Tab');
  await expect(opened.locator(':focus'), 'Shift+Tab returns into the popover').toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(opened).toBeHidden();
  await expect(opener).toBeFocused();
}

test.describe('The focus indicator has enough contrast and size on the screen', criteria('1.4.11', '2.4.7'), () => {
  for (const path of [choicePath, lostPath, ...samples.map(({ path }) => path)]) {
    for (const colours of ['light', 'dark', 'forced'] as const) {
      test(`${path}, ${colours}`, async ({ page }) => {
        await page.emulateMedia({
          colorScheme: colours === 'dark' ? 'dark' : 'light',
          forcedColors: colours === 'forced' ? 'active' : 'none',
        });
        await visit(page, path);
        const marks = await measureFocus(page);
        expect(marks).not.toEqual([]);
        expect(marks.filter(({ marked, needed }) => marked < needed)).toEqual([]);
      });
    }
  }
});

test('the check finds a focus indicator that is too faint or too thin', async ({ page }) => {
  await using broken = await serveBrokenSite('a11y/broken');
  await page.goto(`${broken.origin}/focus-mark.html`);
  const marks = await measureFocus(page);
  const faint = marks.filter(({ marked, needed }) => marked < needed).map(({ name }) => name);
  expect(marks).toHaveLength(3);
  expect(faint).toEqual(['a “Faint”', 'a “Thin”']);
});
