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
        expect(await topOf(page.locator('[data-entries] a[href^="tel:"]').first())).toBeLessThanOrEqual(limit);
      });
    }
  }
});

/** Where an element ends, in pixels from the top of the page. */
async function bottomOf(element: Locator): Promise<number> {
  const box = await element.boundingBox();
  return box ? box.y + box.height : Number.POSITIVE_INFINITY;
}

test.describe('The first screen on a desk shows', () => {
  test.use({ viewport: desk });
  for (const language of languages) {
    const pathTo = (key: string) => twinOf(pageOf(site, key), language.code).path;

    test(`the heading in two lines and the entrances of the home page (${language.code})`, async ({ page }) => {
      await page.goto(pathTo(homeKey));
      const heading = page.getByRole('heading', { level: 1 });
      const lines = await heading.evaluate((element) => {
        const range = document.createRange();
        range.selectNodeContents(element);
        return new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom))).size;
      });
      expect(lines).toBeLessThanOrEqual(2);
      const tasks = page.getByRole('navigation', { name: wordsOf(language).menu.tasks });
      expect(await bottomOf(tasks)).toBeLessThanOrEqual(desk.height);
    });

    test(`the address and the map of the contact page, and the start of the way (${language.code})`, async ({
      page,
    }) => {
      await page.goto(pathTo(site.organisation.page ?? ''));
      const main = page.getByRole('main');
      expect(await bottomOf(main.locator('address').first())).toBeLessThanOrEqual(desk.height);
      expect(await bottomOf(main.getByRole('img'))).toBeLessThanOrEqual(desk.height);
      const way = main
        .locator('section')
        .filter({ has: page.getByRole('img') })
        .locator('+ section h2');
      expect(await topOf(way)).toBeLessThan(desk.height);
    });
  }
});

test.describe('The first screen of a service on a phone has buttons with names of its own', () => {
  test.use({ viewport: phone });
  for (const language of languages) {
    for (const page of site.pages.filter(({ template }) => template === 'service')) {
      const { path } = twinOf(page, language.code);
      test(path, async ({ page: tab }) => {
        await tab.goto(path);
        const contact = site.contacts.find(({ id }) => id === page.contact);
        const [own] = contact?.channels?.phone ?? [];
        const number = (own ?? site.organisation.channels?.phone?.[0])?.number;
        const call = tab.locator(`main a.button[href="tel:${number}"]`);
        expect(await bottomOf(call)).toBeLessThanOrEqual(phone.height);
        await expect(call).toHaveAccessibleName(/\d/);
        const unit = contact?.name[language.code] ?? '';
        const save = tab.locator('main a.control[href$=".vcf"]');
        expect(await bottomOf(save)).toBeLessThanOrEqual(phone.height);
        await expect(save).toHaveAccessibleName(new RegExp(`\\b${RegExp.escape(unit)}\\b`));
      });
    }
  }
});
