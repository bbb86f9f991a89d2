import { expect, test } from '@playwright/test';
import type { Messages } from 'next-intl';
import { publishedPages } from '../published-site.ts';
import { languageOfPage, visit, wordsOf } from './documents.ts';

const drawings: { name: string; says: (words: Messages) => string; on: typeof publishedPages }[] = [
  {
    name: 'façade',
    says: (words) => words.facade,
    on: publishedPages.filter(({ page }) => page.template === 'home'),
  },
  {
    name: 'map',
    says: (words) => words.map.alternative,
    on: publishedPages.filter(({ twin }) => twin.components.includes('AccessMap')),
  },
];

for (const { name, says, on } of drawings) {
  test.describe(`The ${name} has a description in the language of the page`, () => {
    for (const published of on) {
      test(published.path, async ({ page }) => {
        const language = languageOfPage(published);
        await visit(page, published.path);
        const drawing = page.getByRole('img', { name: says(wordsOf(language)), exact: true });
        await expect(drawing).toBeVisible();
        const spoken = await drawing.evaluate((element) => element.closest('[lang]')?.getAttribute('lang'));
        expect(spoken).toBe(language.tag);
      });
    }
  });
}
