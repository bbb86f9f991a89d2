import { expect, type Locator, type Page, test } from '@playwright/test';
import { languages } from '#lib/languages/languages.ts';
import { openEachCard, wordsOf } from '../../tests/e2e/documents.ts';
import { htmlOf, publishedPages } from '../../tests/published-site.ts';

const copyButton = (page: Page) => page.locator('copy-text button').first();
const textOf = (page: Page) => page.locator('copy-text').first().getAttribute('text');

/** Width and height; where it stands depends on how far the page has scrolled. */
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
  if (!first) throw new Error(`No page in "${language.code}" has something to copy.`);

  test.describe(`Copying (${language.code})`, () => {
    test('by keyboard: the text is on the clipboard, the button and a polite voice say so, and the button is itself again', async ({
      page,
      context,
    }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.clock.install();
      await page.goto(first.path);
      const [button, text] = [copyButton(page), await textOf(page)];
      const status = page.locator('copy-text').first().getByRole('status');
      await expect(button).toHaveAccessibleName(`${copy.copy} ${text}`);
      await expect(status).toHaveText('');

      await button.focus();
      const before = await sizeOf(button);
      await page.keyboard.press('Enter');
      await expect(status).toHaveText(copy.copied);
      await expect(button).toHaveAccessibleName(copy.copied);
      await expect(button).toBeFocused();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
      expect(await sizeOf(button)).toEqual(before);

      await page.clock.runFor(10_000);
      await expect(button).toHaveAccessibleName(`${copy.copy} ${text}`);
      await expect(status).toHaveText('');
      expect(await sizeOf(button)).toEqual(before);
    });

    test('that fails is said too', async ({ page }) => {
      await page.addInitScript(() => {
        navigator.clipboard.writeText = () => Promise.reject(new Error('no'));
      });
      await page.goto(first.path);
      await copyButton(page).press('Space');
      await expect(page.locator('copy-text').first().getByRole('status')).toHaveText(copy.failed);
    });

    test('is offered wherever there is something to copy, at a size for a finger', async ({ page }) => {
      for (const { path } of pages) {
        await page.goto(path);
        const look = async (part: Locator) => {
          for (const each of await part.locator('copy-text').filter({ visible: true }).all()) {
            const button = each.getByRole('button');
            await expect(button).toBeVisible();
            expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
            seen += 1;
          }
        };
        let seen = 0;
        await look(page.getByRole('main'));
        await openEachCard(page, look);
        expect(seen).toBe(await page.locator('copy-text').count());
      }
    });

    test('is not offered without script, nor where the browser has no clipboard', async ({
      browser,
      page,
    }) => {
      const bare = await browser.newPage({ javaScriptEnabled: false });
      await bare.goto(first.path);
      await expect(bare.locator('copy-text').first()).toBeAttached();
      expect(await bare.getByRole('button', { name: copy.copy }).count()).toBe(0);
      await bare.close();

      await page.addInitScript(() => {
        Object.defineProperty(navigator, 'clipboard', { value: undefined });
      });
      await page.goto(first.path);
      expect(await page.getByRole('button', { name: copy.copy }).count()).toBe(0);
    });
  });
}
