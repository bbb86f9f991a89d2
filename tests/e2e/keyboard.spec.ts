import { expect } from '@playwright/test';
import { languages } from '#lib/languages/languages.ts';
import { homeKey, pageOf, twinOf } from '#lib/site/site.ts';
import { documentPaths, publishedPages, site } from '../published-site.ts';
import { serveBrokenSite } from './broken-site.ts';
import { findKeyboardFaults } from './checks/focus.ts';
import { languageOfPage, openAnswers, samples, visit, wordsOf } from './documents.ts';
import { testInOneTab } from './tab.ts';

const phone = { width: 390, height: 844 };

// Without smooth scrolling, the focused element is in place at once.
const test = testInOneTab({ reducedMotion: 'reduce', javaScriptEnabled: false });

test.describe('Tab reaches everything with a visible focus', () => {
  for (const path of documentPaths) {
    test(path, async ({ page }) => {
      await visit(page, path);
      await openAnswers(page);
      expect(await findKeyboardFaults(page)).toEqual([]);
    });
  }
  test.describe('on a phone', () => {
    test.use({ viewport: phone });
    for (const { path } of samples) {
      test(path, async ({ page }) => {
        await visit(page, path);
        expect(await findKeyboardFaults(page)).toEqual([]);
      });
    }
  });
});

test('the check finds an invisible, a covered and a missing tab stop', async ({ page }) => {
  await using broken = await serveBrokenSite();
  await page.goto(`${broken.origin}/focus.html`);
  expect(await findKeyboardFaults(page)).toEqual([
    'a “Under the bar”: it is covered when it has the focus',
    'a “Bare”: its focus is not visible',
    'a “Skipped”: Tab does not reach it',
  ]);
});

test.describe('The first Tab offers a skip link', () => {
  for (const published of publishedPages) {
    test(published.path, async ({ page }) => {
      await visit(page, published.path);
      const skip = page.getByRole('link', { name: wordsOf(languageOfPage(published)).skip });
      await expect(skip).not.toBeInViewport();
      await page.keyboard.press('Tab');
      await expect(skip).toBeFocused();
      await expect(skip).toBeInViewport({ ratio: 1 });
      await page.keyboard.press('Enter');
      const main = page.getByRole('main');
      await expect(main).toBeFocused();
      await page.keyboard.press('Tab');
      await expect(main.locator(':focus'), 'the next tab stop is in the content').toHaveCount(1);
    });
  }
});

test.describe('The menu of a phone opens, navigates and closes by keyboard without script', () => {
  test.use({ viewport: phone });
  for (const published of samples) {
    test(published.path, async ({ page }) => {
      const language = languageOfPage(published);
      const { menu: words, search } = wordsOf(language);
      await visit(page, published.path);
      const opener = page.getByRole('button', { name: words.open, exact: true });
      const menu = page.getByRole('navigation', { name: words.main });
      await expect(menu).toBeHidden();

      await opener.focus();
      await page.keyboard.press('Enter');
      await expect(menu).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(menu).toBeHidden();
      await expect(opener).toBeFocused();

      await page.keyboard.press('Space');
      await page.keyboard.press('Tab');
      await expect(page.getByRole('button', { name: words.close })).toBeFocused();
      if (published.page.key !== site.search) {
        // Without script, the search field is hidden and its button leads to the index.
        await page.keyboard.press('Tab');
        await expect(page.getByRole('banner').getByRole('button', { name: search.button })).toBeFocused();
      }
      for (const key of site.navigation.header) {
        const { label, path } = twinOf(pageOf(site, key), language.code);
        await page.keyboard.press('Tab');
        const link = menu.getByRole('link', { name: label, exact: true });
        await expect(link).toBeFocused();
        await expect(link).toHaveAttribute('href', path);
      }
      const last = twinOf(pageOf(site, site.navigation.header.at(-1) ?? homeKey), language.code);
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(last.path);
      await expect(page.getByRole('navigation', { name: words.main })).toBeHidden();
    });
  }
});

test.describe('The menu of a phone closes with its button and with a tap outside', () => {
  test.use({ viewport: phone });
  for (const language of languages) {
    test(language.name, async ({ page }) => {
      const { menu: words } = wordsOf(language);
      await visit(page, twinOf(pageOf(site, homeKey), language.code).path);
      const opener = page.getByRole('button', { name: words.open, exact: true });
      const menu = page.getByRole('navigation', { name: words.main });
      await opener.click();
      await page.getByRole('button', { name: words.close }).click();
      await expect(menu).toBeHidden();
      await opener.click();
      await expect(menu).toBeVisible();
      await page.mouse.click(phone.width / 2, phone.height - 10);
      await expect(menu).toBeHidden();
    });
  }
});

test.describe('The last link of the menu is reachable in a very low window', () => {
  test.use({ viewport: { width: 455, height: 256 } });
  for (const language of languages) {
    test(language.name, async ({ page }) => {
      const { menu: words } = wordsOf(language);
      await visit(page, twinOf(pageOf(site, homeKey), language.code).path);
      await page.getByRole('button', { name: words.open, exact: true }).click();
      const last = page.getByRole('navigation', { name: words.main }).getByRole('link').last();
      await last.focus();
      await expect(last).toBeInViewport({ ratio: 1 });
    });
  }
});
