import { expect, type Locator, test } from '@playwright/test';
import { languages } from '#lib/languages/languages.ts';
import { homeKey, pageOf, twinOf } from '#lib/site/site.ts';
import { site } from '../published-site.ts';
import { wordsOf } from './documents.ts';

const phone = { width: 390, height: 844 };
const desk = { width: 1280, height: 800 };

/** Where an element begins, in pixels from the top of the page. */
async function topOf(element: Locator): Promise<number> {
  return (await element.boundingBox())?.y ?? Number.POSITIVE_INFINITY;
}

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

test.describe('The first screen of the directory shows a telephone number', () => {
  for (const language of languages) {
    for (const [size, limit] of [
      [desk, 420],
      [phone, 560],
    ] as const) {
      test(`${language.name}, ${size.width} pixels wide`, async ({ page }) => {
        await page.setViewportSize(size);
        await page.goto(twinOf(pageOf(site, site.directory ?? ''), language.code).path);
        expect(await topOf(page.locator('main a[href^="tel:"]').first())).toBeLessThanOrEqual(limit);
      });
    }
  }
});
