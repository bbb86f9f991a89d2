import { expect, type Page } from '@playwright/test';
import { type Language, languages } from '#lib/languages/languages.ts';
import { homeKey, pageOf, twinOf } from '#lib/site/site.ts';
import { choicePath, lostPath, publishedPages, site } from '../published-site.ts';
import { languageOfPage, othersThan, visit, wordsOf } from './documents.ts';
import { testInOneTab } from './tab.ts';

const test = testInOneTab({ reducedMotion: 'reduce' });

const homeOf = ({ code }: Language) => twinOf(pageOf(site, homeKey), code).path;

test.describe('The language switch leads to the same page in the other language, and back', () => {
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

test.describe('The language switch says the name of the language, in that language, at every width', () => {
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

test.describe('The choice of language guesses nothing: it stays, whatever the browser asks for', () => {
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

test('The choice of language speaks each language, and each leads to its home', async ({ page }) => {
  for (const language of languages) {
    const words = wordsOf(language);
    await visit(page, choicePath);
    const voice = page.getByRole('region', { name: language.name });
    await expect(voice).toHaveAttribute('lang', language.tag);
    await expect(voice).toContainText(words.organisation.name);
    await voice.getByRole('link', { name: words.choice.continue }).click();
    await expect(page).toHaveURL(homeOf(language));
    await expect(page.locator('html')).toHaveAttribute('lang', language.tag);
  }
});

test.describe('The choice of language gives each language the same room', () => {
  for (const width of [320, 768, 1280]) {
    test(`${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await visit(page, choicePath);
      const looks = await Promise.all(
        languages.map(async (language) => {
          const voice = page.getByRole('region', { name: language.name });
          const button = voice.getByRole('link', { name: wordsOf(language).choice.continue });
          await expect(button, 'seen without scrolling').toBeInViewport({ ratio: 1 });
          return {
            button: await button.evaluate(lookOf),
            title: await voice.getByText(wordsOf(language).organisation.name).evaluate(lookOf),
            width: (await voice.boundingBox())?.width,
          };
        }),
      );
      for (const look of looks) expect(look).toEqual(looks[0]);
    });
  }
});

/** Everything that makes a text prominent, its length apart. */
function lookOf(element: Element) {
  const { font, color, backgroundColor, borderTopColor, paddingLeft, paddingRight } =
    getComputedStyle(element);
  const { height } = element.getBoundingClientRect();
  return { font, color, backgroundColor, borderTopColor, paddingLeft, paddingRight, height };
}

test('A lost address answers 404, and helps in each language', async ({ page, request }) => {
  const response = await visit(page, lostPath);
  expect(response.status()).toBe(404);
  for (const language of languages) {
    const words = wordsOf(language);
    const voice = page.getByRole('region', { name: language.name });
    await expect(voice).toHaveAttribute('lang', language.tag);
    await expect(voice).toContainText(words.notFound.heading);
    await expect(voice).toContainText(words.notFound.explanation);
    const ways = [
      { name: words.notFound.home, path: homeOf(language) },
      ...site.navigation.lost.map((key) => {
        const { label, path } = twinOf(pageOf(site, key), language.code);
        return { name: label, path };
      }),
    ];
    for (const { name, path } of ways) {
      await expect(voice.getByRole('link', { name, exact: true })).toHaveAttribute('href', path);
      expect((await request.get(path, { maxRedirects: 0 })).status(), path).toBe(200);
    }
  }
});
