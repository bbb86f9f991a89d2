import { expect, test } from '@playwright/test';
import { languages } from '#lib/languages/languages.ts';
import { homeKey, pageOf, twinOf } from '#lib/site/site.ts';
import { site } from '../published-site.ts';
import { wordsOf } from './documents.ts';

const phone = { width: 390, height: 844 };

test.describe('The first screen of the home page on a phone shows its heading and a link to the directory', () => {
  for (const language of languages) {
    test(language.name, async ({ page }) => {
      await page.setViewportSize(phone);
      await page.goto(twinOf(pageOf(site, homeKey), language.code).path);
      const directory = twinOf(pageOf(site, site.directory ?? ''), language.code);
      const tasks = page.getByRole('navigation', { name: wordsOf(language).menu.tasks });
      const answers = [
        page.getByRole('heading', { level: 1 }),
        tasks.getByRole('link', { name: directory.label, exact: true }),
      ];
      for (const answer of answers) {
        const box = await answer.boundingBox();
        expect((box?.y ?? Number.POSITIVE_INFINITY) + (box?.height ?? 0)).toBeLessThanOrEqual(phone.height);
      }
    });
  }
});
