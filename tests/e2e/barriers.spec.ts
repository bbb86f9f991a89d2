import { expect, type Page, test } from '@playwright/test';
import { documentPaths } from '../published-site.ts';
import { serveBrokenSite } from './broken-site.ts';
import { findBarriers } from './checks/barriers.ts';
import { findFaintWords, findUnnamedPictures } from './checks/pictures.ts';
import { openAnswers, visit } from './documents.ts';

const widths = [1280, 320];
const schemes = ['light', 'dark'] as const;

// The policy of the site forbids scripts, and axe is one.
test.use({ bypassCSP: true, contextOptions: { reducedMotion: 'reduce' } });

test.describe('Nobody meets a barrier that axe can find: narrow or wide, light or dark, menu and answers open or shut', () => {
  for (const address of documentPaths) {
    test(address, async ({ page }) => {
      await visit(page, address);
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
      await openAnswers(page);
      const hasMenu = await openMenu(page);
      const opened = [
        ...(hasMenu ? ['[popover]'] : []),
        ...((await page.locator('details').count()) ? ['details'] : []),
      ];
      for (const colorScheme of schemes) {
        await page.emulateMedia({ colorScheme });
        for (const part of opened) expect.soft(await findBarriers(page, part), colorScheme).toEqual([]);
      }
    });
  }
});

/** Opens the menu of a narrow window; false where the page has none. */
async function openMenu(page: Page): Promise<boolean> {
  const opener = page.locator('button[popovertarget]').first();
  if ((await opener.count()) === 0) return false;
  await opener.click();
  await expect(page.locator('[popover]')).toBeVisible();
  return true;
}

test('axe finds the barriers of a broken page', async ({ page }) => {
  await using broken = await serveBrokenSite();
  await page.goto(`${broken.origin}/barriers.html`);
  const barriers = await findBarriers(page);
  const rules = [...new Set(barriers.map((barrier) => barrier.split(':')[0]))];
  expect(rules).toEqual(
    expect.arrayContaining([
      'button-name',
      'color-contrast',
      'color-contrast-enhanced',
      'html-has-lang',
      'image-alt',
    ]),
  );
  const undecided = barriers.filter((barrier) => barrier.includes('background gradient'));
  expect(undecided, 'what axe cannot decide counts').not.toEqual([]);
});

test('the checks find a picture without a name, and faint words in a drawing', async ({ page }) => {
  await using broken = await serveBrokenSite();
  await page.goto(`${broken.origin}/pictures.html`);
  expect(await findUnnamedPictures(page)).toEqual([expect.stringContaining('id="unnamed"')]);
  expect(await findFaintWords(page)).toEqual([
    expect.stringContaining('on a shape'),
    expect.stringContaining('in a halo'),
    expect.stringContaining('on the ground'),
  ]);
});
