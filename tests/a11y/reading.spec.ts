import { expect, type Page, test } from '@playwright/test';
import { serveBrokenSite } from '../e2e/broken-site.ts';
import { languageOfPage, visit } from '../e2e/documents.ts';
import { publishedPages } from '../published-site.ts';
import { type Reading, readingOf } from './reading.ts';

/* The readability of each page. The content check reports single sentences that are too long (C108). */

/** The running text of a page: paragraphs and list items, without lists of links, addresses, cards and controls. */
function readText(page: Page): Promise<readonly string[]> {
  return page.getByRole('main').evaluate((main) => {
    const apart =
      'nav, address, search, [popover], [hidden], .contact, [data-units], [data-entries], .index, [data-letters], .plate, .sr-only';
    return [...main.querySelectorAll('p, li, dd')]
      .filter((element) => !element.closest(apart) && !element.querySelector('p, li, h3'))
      .map((element) => element.textContent.trim())
      .filter((text) => text !== '');
  });
}

test.describe('A page is not harder to read than the limit of its language', () => {
  // Levels A and AA do not require it; WCAG 3.1.5 (AAA) comes closest.
  for (const published of publishedPages) {
    test(published.path, async ({ page }, testInfo) => {
      const language = languageOfPage(published);
      await visit(page, published.path);
      const reading = readingOf(await readText(page), language);
      const figures: Reading & { page: string; limit: number } = {
        page: published.path,
        limit: language.hardestPage,
        ...reading,
      };
      await testInfo.attach('reading', { body: JSON.stringify(figures), contentType: 'application/json' });
      expect(reading.lix).toBeLessThanOrEqual(language.hardestPage);
    });
  }
});

test('the check finds a page that is too hard to read', async ({ page }) => {
  await using broken = await serveBrokenSite('a11y/broken');
  await page.goto(`${broken.origin}/reading.html`);
  const { lix, sentences } = readingOf(await readText(page), { tag: 'nl-BE' });
  expect(sentences).toBe(1);
  expect(lix).toBeGreaterThan(70);
});
