import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { parse } from 'yaml';
import { formatPhone, internationalPhone } from '#lib/contacts/phone.ts';
import { inLanguage, type Language, languages } from '#lib/languages/languages.ts';
import { homeKey, pageOf, twinOf } from '#lib/site/site.ts';
import { languageOfPage, othersThan, samples, visit, wordsOf } from '../e2e/documents.ts';
import { lostPath, publishedPages, root, site } from '../published-site.ts';
import { follow, tabInto, tabTo } from './keys.ts';

/* The main tasks of visitors, from the first page to the last, by keyboard, in every language, with and without script. */

const criteria = (...numbers: readonly string[]) => ({
  annotation: numbers.map((description) => ({ type: 'criterion', description })),
});
const phone = { width: 390, height: 844 };
const pathOf = (key: string | null, { code }: Language) => twinOf(pageOf(site, key ?? homeKey), code).path;
const isAt = (page: Page, pagePath: string) =>
  expect(page).toHaveURL((url) => decodeURI(url.pathname + url.hash) === pagePath);

/** A unit with a phone number, a page and tasks. */
const unit = site.contacts.find(({ channels, page, tasks }) => channels?.phone && page && tasks);
if (!unit) throw new Error('No unit has a phone number, a page and tasks.');
const [{ number } = { number: '' }] = unit.channels?.phone ?? [];

/** A query with results. */
function questionIn({ code }: Language): string {
  const { plain } = parse(readFileSync(path.join(root, `tests/fixtures/search/${code}.yaml`), 'utf8'));
  return plain;
}

test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const script of [true, false]) {
  const how = script ? 'with script' : 'without script';
  test.describe(how, () => {
    test.use({ javaScriptEnabled: script });

    for (const language of languages) {
      const words = wordsOf(language);
      const unitName = inLanguage(unit.name, language.code);
      const cardButton = (page: Page) =>
        page.locator(`[id="${unit.id}"]`).getByRole('button', { name: words.directory.card });

      test.describe(`A keyboard user, ${language.name}, ${how},`, () => {
        test('skips the header on a page of each template', criteria('2.1.1', '2.4.1', '2.4.3'), async ({ page }) => {
          for (const { path: pagePath } of samples.filter(({ twin }) => twin.language === language.code)) {
            await visit(page, pagePath);
            await page.keyboard.press('Tab');
            await expect(page.getByRole('link', { name: words.skip })).toBeFocused();
            await page.keyboard.press('Enter');
            await tabInto(page, page.getByRole('main'));
          }
        });

        test(
          'follows every link of the menu in a wide window',
          criteria('2.1.1', '2.1.2', '2.4.3', '2.4.5', '3.2.1', '3.2.3'),
          async ({ page }) => {
            for (const key of site.navigation.header) {
              const menu = page.getByRole('navigation', { name: words.menu.main });
              if (key === site.navigation.header[0]) await visit(page, pathOf(homeKey, language));
              const { label, path: pagePath } = twinOf(pageOf(site, key), language.code);
              await follow(page, menu.getByRole('link', { name: label, exact: true }));
              await isAt(page, pagePath);
            }
          },
        );

        test(
          'opens, closes and follows the menu on a phone',
          criteria('2.1.1', '2.1.2', '2.4.3', '3.2.1', '4.1.2'),
          async ({ page }) => {
            await page.setViewportSize(phone);
            await visit(page, pathOf(homeKey, language));
            const opener = page.getByRole('button', { name: words.menu.open, exact: true });
            const menu = page.getByRole('navigation', { name: words.menu.main });
            await tabTo(page, opener);
            await page.keyboard.press('Enter');
            await expect(menu).toBeVisible();
            await tabInto(page, page.locator('#menu'));
            await page.keyboard.press('Escape');
            await expect(menu).toBeHidden();
            await expect(opener, 'the focus returns').toBeFocused();

            await page.keyboard.press('Space');
            const last = site.navigation.header.at(-1) ?? homeKey;
            const { label, path: pagePath } = twinOf(pageOf(site, last), language.code);
            await tabTo(page, menu.getByRole('link', { name: label, exact: true }));
            await page.keyboard.press('Tab');
            await expect(page.locator('#menu :focus'), 'Tab leaves the menu').toHaveCount(0);
            await page.keyboard.press('Shift+Tab');
            await page.keyboard.press('Enter');
            await isAt(page, pagePath);
          },
        );

        test(
          'goes from the home page to the card of a service and its number',
          criteria('2.1.1', '2.1.2', '2.4.3', '2.4.4', '2.4.5', '3.2.1'),
          async ({ page }) => {
            await visit(page, pathOf(homeKey, language));
            const directory = twinOf(pageOf(site, site.directory ?? ''), language.code);
            await follow(
              page,
              page.getByRole('main').getByRole('link', { name: directory.label, exact: true }).first(),
            );
            await isAt(page, directory.path);

            const button = cardButton(page);
            await tabTo(page, button);
            await page.keyboard.press('Enter');
            const card = page.locator(`[id="card-${unit.id}"]`);
            await expect(card).toBeVisible();
            await tabInto(page, card);
            const call = card.getByRole('link', { name: formatPhone(number), exact: true });
            await tabTo(page, call);
            await expect(call).toHaveAttribute('href', `tel:${number}`);
            await expect(call).toBeInViewport({ ratio: 1 });
            await page.keyboard.press('Escape');
            await expect(card).toBeHidden();
            await expect(button, 'the focus returns').toBeFocused();
          },
        );

        test(
          'finds a service in the directory by its name or its task',
          criteria('2.1.1', '2.4.3', '3.2.2', '3.3.2', '4.1.3'),
          async ({ page }) => {
            const directory = pathOf(site.directory, language);
            await visit(page, directory);
            const field = page.getByLabel(words.filter.field);
            const [task = ''] = inLanguage(unit.tasks ?? {}, language.code);
            if (script) {
              await tabTo(page, field);
              await page.keyboard.type(unitName);
              await expect(page.getByRole('main').getByRole('status').first()).toHaveText(/^1\D/);
              await expect(field, 'the focus stays').toBeFocused();
              await tabTo(page, cardButton(page));
            } else {
              await expect(field, 'the field is hidden without script').toBeHidden();
              await follow(page, page.locator('.index').getByRole('link', { name: task, exact: true }));
              await isAt(page, `${directory}#${unit.id}`);
              await tabInto(page, page.locator(`[id="${unit.id}"]`));
            }
          },
        );

        test(
          'finds a page by searching',
          criteria('2.1.1', '2.4.3', '2.4.5', '3.2.2', '3.3.2', '4.1.3'),
          async ({ page }) => {
            await visit(page, pathOf(homeKey, language));
            const box = page.getByRole('banner').getByRole('search');
            if (script) {
              await tabTo(page, box.getByRole('searchbox', { name: words.search.label }));
              await page.keyboard.type(questionIn(language));
              await page.keyboard.press('Enter');
              await expect(page.locator('site-search')).toHaveAttribute('data-state', /single|several/);
              await expect(page.getByRole('main').getByRole('status')).toContainText(questionIn(language));
              const result = page.locator('[data-results] ol h3 a').first();
              const target = (await result.getAttribute('href')) ?? '';
              await follow(page, result);
              await isAt(page, target);
            } else {
              await follow(page, box.getByRole('button', { name: words.search.button }));
              await expect(page).toHaveURL(({ pathname }) => pathname === pathOf(site.search, language));
              const letters = page.getByRole('navigation', { name: words.search.letters }).getByRole('link');
              await follow(page, letters.last());
              const entry = page.locator('[data-letters] section').last().getByRole('link').first();
              const target = (await entry.getAttribute('href')) ?? '';
              await page.keyboard.press('Tab');
              await expect(entry).toBeFocused();
              await page.keyboard.press('Enter');
              await isAt(page, target);
            }
          },
        );

        test('copies or selects a phone number', criteria('2.1.1', '4.1.3'), async ({ page, context }) => {
          await visit(page, pathOf(unit.page ?? null, language));
          const shown = formatPhone(number);
          const link = page.getByRole('main').getByRole('link', { name: shown, exact: true });
          if (script) {
            await context.grantPermissions(['clipboard-read', 'clipboard-write']);
            await follow(page, page.getByRole('main').getByRole('button', { name: `${words.copy.copy} ${shown}` }));
            const said = page.locator('copy-text').first().getByRole('status');
            await expect(said).toHaveText(words.copy.copied);
            expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(internationalPhone(number));
          } else {
            await tabTo(page, link);
            await expect(link).toHaveAttribute('href', `tel:${number}`);
            const selected = await link.evaluate((element) => {
              getSelection()?.selectAllChildren(element);
              return getSelection()?.toString();
            });
            expect(selected, 'the number can be selected').toBe(shown);
            expect(await page.getByRole('button', { name: words.copy.copy }).count()).toBe(0);
          }
        });

        test(
          'leaves the 404 page by each of its links',
          criteria('2.1.1', '2.4.1', '2.4.3', '2.4.4', '3.1.2'),
          async ({ page }) => {
            const homes = [
              { name: words.notFound.home, pagePath: pathOf(homeKey, language) },
              ...site.navigation.lost.map((key) => {
                const { label, path: pagePath } = twinOf(pageOf(site, key), language.code);
                return { name: label, pagePath };
              }),
            ];
            for (const { name, pagePath } of homes) {
              expect((await visit(page, lostPath)).status()).toBe(404);
              const region = page.getByRole('region', { name: language.name });
              await follow(page, region.getByRole('link', { name, exact: true }));
              await isAt(page, pagePath);
              await expect(page.locator('html')).toHaveAttribute('lang', language.tag);
            }
          },
        );
      });
    }

    test.describe(
      `A keyboard user switches the language of a page and back, ${how}`,
      criteria('2.1.1', '3.1.1', '3.1.2', '3.2.1', '3.2.3', '3.2.4'),
      () => {
        for (const published of publishedPages) {
          test(published.path, async ({ page }) => {
            const here = languageOfPage(published);
            await visit(page, published.path);
            const switchTo = ({ tag }: Language) =>
              follow(page, page.getByRole('banner').locator(`a[hreflang="${tag}"]`));
            for (const there of othersThan(here)) {
              await switchTo(there);
              await isAt(page, twinOf(published.page, there.code).path);
              await expect(page.locator('html')).toHaveAttribute('lang', there.tag);
              await switchTo(here);
              await isAt(page, published.path);
              await expect(page.locator('html')).toHaveAttribute('lang', here.tag);
            }
          });
        }
      },
    );
  });
}
