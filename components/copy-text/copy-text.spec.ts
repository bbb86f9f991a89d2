import { expect, type Locator, type Page, test } from '@playwright/test';
import { languages } from '#lib/languages/languages.ts';
import { openEachCard, wordsOf } from '../../tests/e2e/documents.ts';
import { htmlOf, publishedPages } from '../../tests/published-site.ts';

const copyButton = (page: Page) => page.locator('copy-text button').first();
const textOf = (page: Page) => page.locator('copy-text').first().getAttribute('text');
/** The text as the page shows it, with ordinary spaces. */
const shownIn = async (page: Page) =>
  (await page.locator('copy-text button .sr-only').first().textContent())?.replaceAll('\u00a0', ' ');

/** Width and height, independent of scrolling. */
async function sizeOf(button: Locator): Promise<readonly (number | undefined)[]> {
  const box = await button.boundingBox();
  return [box?.width, box?.height];
}

for (const language of languages) {
  const { copy } = wordsOf(language);
  const pages = publishedPages.filter(
    ({ twin, path }) => twin.language === language.code && htmlOf(path).includes('<copy-text'),
  );
  const first = pages.find(({ page }) => page.contact);
  if (!first) throw new Error(`No page in "${language.code}" has a text to copy.`);

  test.describe(`the copy button (${language.code})`, () => {
    test('copies by keyboard, confirms visibly and in a live region, and returns to its first label', async ({
      page,
      context,
    }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.clock.install();
      await page.goto(first.path);
      const [button, text, shown] = [copyButton(page), await textOf(page), await shownIn(page)];
      const status = page.locator('copy-text').first().getByRole('status');
      await expect(button).toHaveAccessibleName(`${copy.copy} ${shown}`);
      await expect(status).toHaveText('');

      await button.focus();
      const before = await sizeOf(button);
      await page.keyboard.press('Enter');
      await expect(status).toHaveText(copy.copied);
      await expect(button, 'the live region alone announces it').toHaveAccessibleName(`${copy.copy} ${shown}`);
      await expect(button).toHaveText(copy.copied, { useInnerText: true });
      await expect(button).toBeFocused();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied).toBe(text);
      // Forms take ordinary spaces, and a number that can be dialled from anywhere.
      expect(copied).toMatch(/^(?:\+\d[ \d]+|[!-~]+@[!-~]+)$/);
      expect(await sizeOf(button)).toEqual(before);

      await page.clock.runFor(10_000);
      await expect(button).toHaveText(new RegExp(`^${copy.copy}`), { useInnerText: true });
      await expect(status).toHaveText('');
      expect(await sizeOf(button)).toEqual(before);
    });

    test('reports a failure in the live region', async ({ page }) => {
      await page.addInitScript(() => {
        navigator.clipboard.writeText = () => Promise.reject(new Error('no'));
      });
      await page.goto(first.path);
      await copyButton(page).press('Space');
      await expect(page.locator('copy-text').first().getByRole('status')).toHaveText(copy.failed);
    });

    test('is beside every text to copy, at least 44 px high', async ({ page }) => {
      for (const { path } of pages) {
        await page.goto(path);
        const check = async (part: Locator) => {
          for (const each of await part.locator('copy-text').filter({ visible: true }).all()) {
            const button = each.getByRole('button');
            await expect(button).toBeVisible();
            expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
            checked += 1;
          }
        };
        let checked = 0;
        await check(page.getByRole('main'));
        await openEachCard(page, check);
        expect(checked).toBe(await page.locator('copy-text').count());
      }
    });

    test('is missing without script and without a clipboard', async ({ browser, page }) => {
      const withoutScript = await browser.newPage({ javaScriptEnabled: false });
      await withoutScript.goto(first.path);
      await expect(withoutScript.locator('copy-text').first()).toBeAttached();
      expect(await withoutScript.getByRole('button', { name: copy.copy }).count()).toBe(0);
      await withoutScript.close();

      await page.addInitScript(() => {
        Object.defineProperty(navigator, 'clipboard', { value: undefined });
      });
      await page.goto(first.path);
      expect(await page.getByRole('button', { name: copy.copy }).count()).toBe(0);
    });
  });
}
