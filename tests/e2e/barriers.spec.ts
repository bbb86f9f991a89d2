import { expect, type Page } from '@playwright/test';
import { documentPaths, htmlOf } from '../published-site.ts';
import { serveBrokenSite } from './broken-site.ts';
import { findBarriers } from './checks/barriers.ts';
import { findFaintWords, findUnnamedPictures, findVanishedWords } from './checks/pictures.ts';
import { openAnswers, openEachCard, visit } from './documents.ts';
import { testInOneTab } from './tab.ts';

const widths = [1280, 320];
const schemes = ['light', 'dark'] as const;

// axe is a script, which the content security policy of the site blocks.
const test = testInOneTab({ bypassCSP: true, reducedMotion: 'reduce' });

test.describe('axe finds no barrier: narrow or wide, light or dark, menu and answers open or closed', () => {
  for (const path of documentPaths) {
    test(path, async ({ page }) => {
      await visit(page, path);
      expect.soft(await findUnnamedPictures(page)).toEqual([]);
      for (const colorScheme of schemes) {
        for (const width of widths) {
          await page.setViewportSize({ width, height: 800 });
          await page.emulateMedia({ colorScheme });
          const where = `${width} px, ${colorScheme}`;
          expect.soft(await findBarriers(page), where).toEqual([]);
          expect.soft(await findFaintWords(page), where).toEqual([]);
        }
      }
      await page.emulateMedia({ forcedColors: 'active' });
      expect.soft(await findVanishedWords(page), 'forced colours').toEqual([]);
      await page.emulateMedia({ forcedColors: null });
      await openAnswers(page);
      if (await page.locator('details').count()) await expectNoBarriers(page, 'details');
      if (!(await openMenu(page))) return;
      // The menu is in the top layer, which axe does not know: it takes what is below for an overlap.
      await page.locator('main').evaluate((main) => main.style.setProperty('visibility', 'hidden'));
      await expectNoBarriers(page, 'header [popover]');
    });
  }
});

/** Expects that axe finds no barrier in a part of the page, in light and dark. */
async function expectNoBarriers(page: Page, part: string): Promise<void> {
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme });
    expect.soft(await findBarriers(page, part), colorScheme).toEqual([]);
  }
}

test.describe('axe finds no barrier on an open card, light or dark', () => {
  for (const colorScheme of schemes) {
    for (const path of documentPaths.filter((path) => htmlOf(path).includes('popovertarget="card-'))) {
      test(`${path}, ${colorScheme}`, async ({ page }) => {
        // One scan per unit.
        test.slow();
        await page.emulateMedia({ colorScheme });
        await visit(page, path);
        await hidePageBehindCards(page);
        await openEachCard(page, async (card) => {
          const id = await card.getAttribute('id');
          expect.soft(await findBarriers(page, `[id="${id}"]`), id ?? '').toEqual([]);
        });
      });
    }
  }
});

/** Hides the page behind an open card, because axe ignores the top layer and would mix up the backgrounds. */
function hidePageBehindCards(page: Page): Promise<void> {
  return page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('body:has(:popover-open) { visibility: hidden } :popover-open { visibility: visible }');
    document.adoptedStyleSheets.push(sheet);
  });
}

/** Opens the menu of a narrow window; false where the page has none. */
async function openMenu(page: Page): Promise<boolean> {
  const opener = page.locator('body > header button[popovertarget]').first();
  if ((await opener.count()) === 0) return false;
  await opener.click();
  await expect(page.locator('header [popover]')).toBeVisible();
  return true;
}

test('axe finds the barriers of a broken page', async ({ page }) => {
  await using broken = await serveBrokenSite();
  await page.goto(`${broken.origin}/barriers.html`);
  const barriers = await findBarriers(page);
  const rules = [...new Set(barriers.map((barrier) => barrier.split(':')[0]))];
  expect(rules).toEqual(
    expect.arrayContaining(['button-name', 'color-contrast', 'color-contrast-enhanced', 'html-has-lang', 'image-alt']),
  );
  const undecided = barriers.filter((barrier) => barrier.includes('background gradient'));
  expect(undecided, 'undecided findings count').not.toEqual([]);
});

test('the checks find an image without a name, faint text in a drawing and words that vanish in forced colours', async ({
  page,
}) => {
  await using broken = await serveBrokenSite();
  await page.goto(`${broken.origin}/pictures.html`);
  expect(await findUnnamedPictures(page)).toEqual([expect.stringContaining('id="unnamed"')]);
  expect(await findFaintWords(page)).toEqual([
    expect.stringContaining('on a shape'),
    expect.stringContaining('in a halo'),
    expect.stringContaining('on the ground'),
  ]);
  await page.emulateMedia({ forcedColors: 'active' });
  expect(await findVanishedWords(page)).toEqual(['in the colour of the page']);
});
