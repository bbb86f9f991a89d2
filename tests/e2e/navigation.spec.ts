import { expect } from '@playwright/test';
import { languages } from '#lib/languages/languages.ts';
import { homeKey, pageOf, trailOf, twinOf } from '#lib/site/site.ts';
import { publishedPages, site } from '../published-site.ts';
import { languageOfPage, visit, wordsOf } from './documents.ts';
import { testInOneTab } from './tab.ts';

const test = testInOneTab({ javaScriptEnabled: false });

test.describe('Menu and breadcrumb show the place of a page and lead to the page above', () => {
  for (const published of publishedPages) {
    test(published.path, async ({ page }) => {
      const language = languageOfPage(published);
      const words = wordsOf(language);
      const trail = trailOf(site, published.page);
      await visit(page, published.path);

      const menu = page.getByRole('navigation', { name: words.menu.main });
      // The nearest ancestor in the menu.
      const section = trail.map(({ key }) => key).findLast((key) => site.navigation.header.includes(key));
      for (const key of site.navigation.header) {
        const link = menu.getByRole('link', {
          name: twinOf(pageOf(site, key), language.code).label,
          exact: true,
        });
        const current = await link.getAttribute('aria-current');
        expect
          .soft(current, `menu: ${key}`)
          .toBe(key !== section ? null : key === published.page.key ? 'page' : 'true');
      }

      const breadcrumb = page.getByRole('navigation', { name: words.breadcrumb });
      if (published.page.key === homeKey) return expect(breadcrumb).toHaveCount(0);
      const steps = trail.map((each) => twinOf(each, language.code));
      await expect(breadcrumb.getByRole('listitem')).toHaveText(steps.map(({ label }) => label));
      await expect(breadcrumb.locator('[aria-current="page"]')).toHaveText(published.twin.label);
      for (const { label, path } of steps.slice(0, -1)) {
        await expect(breadcrumb.getByRole('link', { name: label, exact: true })).toHaveAttribute('href', path);
      }
      await breadcrumb.getByRole('link').last().click();
      await expect(page).toHaveURL(steps.at(-2)?.path ?? '');
    });
  }
});

test.describe('Every page is at most three clicks from the home page', () => {
  for (const { code, name } of languages) {
    test(name, async ({ page }) => {
      const paths = new Set(site.pages.map((each) => twinOf(each, code).path));
      const clicks = new Map([[twinOf(pageOf(site, homeKey), code).path, 0]]);
      for (const [path, distance] of clicks) {
        await visit(page, path);
        const links = await page
          .locator('a[href^="/"]')
          .evaluateAll((all) => all.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
        for (const link of links) if (paths.has(link) && !clicks.has(link)) clicks.set(link, distance + 1);
      }
      const far = [...paths].filter((path) => (clicks.get(path) ?? Number.POSITIVE_INFINITY) > 3);
      expect(far).toEqual([]);
    });
  }
});

test.describe('The home page links the top tasks first', () => {
  for (const language of languages) {
    test(language.name, async ({ page }) => {
      await visit(page, twinOf(pageOf(site, homeKey), language.code).path);
      const tasks = page.getByRole('navigation', { name: wordsOf(language).menu.tasks });
      const expected = site.navigation.tasks.map((key) => twinOf(pageOf(site, key), language.code));
      await expect(tasks.getByRole('link')).toHaveText(expected.map(({ label }) => label));
      await tasks.getByRole('link').first().click();
      await expect(page).toHaveURL(expected[0]?.path ?? '');
    });
  }
});
