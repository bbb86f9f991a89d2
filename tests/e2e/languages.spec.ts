import { expect, type Page } from '@playwright/test';
import { type Language, languages } from '#lib/languages/languages.ts';
import { homeKey, pageOf, twinOf } from '#lib/site/site.ts';
import { choicePath, lostPath, publishedPages, site } from '../published-site.ts';
import { languageOfPage, othersThan, visit, wordsOf } from './documents.ts';
import { testInOneTab } from './tab.ts';

const test = testInOneTab({ reducedMotion: 'reduce' });

const homeOf = ({ code }: Language) => twinOf(pageOf(site, homeKey), code).path;

test.describe('The language switch leads to the twin of a page and back', () => {
  for (const published of publishedPages) {
    test(published.path, async ({ page }) => {
      const here = languageOfPage(published);
      await visit(page, published.path);
      for (const there of othersThan(here)) {
        await switchTo(page, there);
        await expect(page).toHaveURL(twinOf(published.page, there.code).path);
        await expect(page.locator('html')).toHaveAttribute('lang', there.tag);
        await switchTo(page, here);
        await expect(page).toHaveURL(published.path);
        await expect(page.locator('html')).toHaveAttribute('lang', here.tag);
      }
    });
  }
});

test.describe('The language switch names the other language in that language at every width', () => {
  for (const width of [320, 1280]) {
    for (const here of languages) {
      test(`${here.name}, ${width} px`, async ({ page }) => {
        await page.setViewportSize({ width, height: 800 });
        await visit(page, homeOf(here));
        for (const there of othersThan(here)) {
          const link = switchLink(page, there);
          await expect(link).toBeInViewport({ ratio: 1 });
          await expect(link).toHaveAttribute('lang', there.tag);
          await expect(link).toHaveAccessibleName(new RegExp(there.name));
        }
      });
    }
  }
});

/** The link of the header to another language. */
function switchLink(page: Page, { tag }: Language) {
  return page.getByRole('banner').locator(`a[hreflang="${tag}"]`);
}

async function switchTo(page: Page, language: Language): Promise<void> {
  await switchLink(page, language).click();
}

test.describe('The language choice never redirects, whatever the locale of the browser', () => {
  for (const { name, tag } of languages) {
    test(name, async ({ browser, baseURL }) => {
      const context = await browser.newContext({ locale: tag, baseURL: baseURL ?? '' });
      const page = await context.newPage();
      const response = await visit(page, choicePath);
      expect(response.status()).toBe(200);
      expect(response.request().redirectedFrom()).toBeNull();
      await page.waitForLoadState('networkidle');
      await expect(page).toHaveURL(choicePath);
      await context.close();
    });
  }
});

test('the language choice has a region in each language that leads to its home page', async ({ page }) => {
  for (const language of languages) {
    const words = wordsOf(language);
    await visit(page, choicePath);
    const region = page.getByRole('region', { name: language.name });
    await expect(region).toHaveAttribute('lang', language.tag);
    await expect(region).toContainText(words.organisation.name);
    await region.getByRole('link', { name: words.choice.continue }).click();
    await expect(page).toHaveURL(homeOf(language));
    await expect(page.locator('html')).toHaveAttribute('lang', language.tag);
  }
});

test.describe('The language choice gives each language the same prominence', () => {
  for (const width of [320, 768, 1280]) {
    test(`${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await visit(page, choicePath);
      const looks = await Promise.all(
        languages.map(async (language) => {
          const region = page.getByRole('region', { name: language.name });
          const button = region.getByRole('link', { name: wordsOf(language).choice.continue });
          await expect(button, 'visible without scrolling').toBeInViewport({ ratio: 1 });
          return {
            button: await button.evaluate(lookOf),
            title: await region.getByText(wordsOf(language).organisation.name).evaluate(lookOf),
            width: (await region.boundingBox())?.width,
          };
        }),
      );
      for (const look of looks) expect(look).toEqual(looks[0]);
    });
  }
});

/** All that makes a text prominent, except its length. */
function lookOf(element: Element) {
  const { font, color, backgroundColor, borderTopColor, paddingLeft, paddingRight } = getComputedStyle(element);
  const { height } = element.getBoundingClientRect();
  return { font, color, backgroundColor, borderTopColor, paddingLeft, paddingRight, height };
}

test('an unknown path answers 404 with help in each language', async ({ page, request }) => {
  const response = await visit(page, lostPath);
  expect(response.status()).toBe(404);
  for (const language of languages) {
    const words = wordsOf(language);
    const region = page.getByRole('region', { name: language.name });
    await expect(region).toHaveAttribute('lang', language.tag);
    await expect(region).toContainText(words.notFound.heading);
    await expect(region).toContainText(words.notFound.explanation);
    const ways = [
      { name: words.notFound.home, path: homeOf(language) },
      ...site.navigation.lost.map((key) => {
        const { label, path } = twinOf(pageOf(site, key), language.code);
        return { name: label, path };
      }),
    ];
    for (const { name, path } of ways) {
      await expect(region.getByRole('link', { name, exact: true })).toHaveAttribute('href', path);
      expect((await request.get(path, { maxRedirects: 0 })).status(), path).toBe(200);
    }
  }
});
