import { expect, type Locator, type Page, test } from '@playwright/test';
import { type Language, languages } from '#lib/languages/languages.ts';
import { contactOf, contactsOfKind, homeKey, pageOf, twinOf } from '#lib/site/site.ts';
import { site } from '../published-site.ts';
import { directoryIn, Filter, taskIn, taskUnit } from './directory-filter.ts';
import { othersThan, wordsOf } from './documents.ts';

/**
 * What visitors come for, with limits of clicks and of pixels from the top of the window: 800 on a desk, 844 on a phone. The answers
 * come from the records and the settings, not from the words of editors.
 */
const windows = {
  desk: { width: 1280, height: 800 },
  phone: { width: 390, height: 844 },
} as const;

const pathOf = (key: string | null, { code }: Language) => twinOf(pageOf(site, key ?? ''), code).path;
const homeOf = (language: Language) => pathOf(homeKey, language);

const expectInWindow = (answer: Locator) => expect(answer).toBeInViewport();
const main = (page: Page) => page.getByRole('main');

/** The page of the jobs: its blue band leads out of the site. */
const jobs = site.pages.find((page) =>
  languages.every(({ code }) => {
    const { components } = twinOf(page, code);
    return page.key !== homeKey && components.includes('BlueBand') && components.includes('Action');
  }),
)?.key;

const [reachable] = contactsOfKind(site, 'support-service').filter(({ channels, page }) => channels?.phone && page);
if (!reachable?.page) throw new Error('No service has a page and a number.');
const unit = reachable;
const unitPage = reachable.page;

for (const [name, viewport] of Object.entries(windows)) {
  for (const language of languages) {
    test.describe(`A visitor with a ${name} (${language.code})`, () => {
      test.use({ viewport });

      test('finds the number of a service with one click', async ({ page }) => {
        await page.goto(homeOf(language));
        const tasks = page.getByRole('navigation', { name: wordsOf(language).menu.tasks });
        await tasks
          .getByRole('link')
          .and(page.locator(`[href="${directoryIn(language)}"]`))
          .click();
        await expect(page).toHaveURL(directoryIn(language));
        await expectInWindow(main(page).locator('[data-entries] a[href^="tel:"]').first());
      });

      test('sees the number on the page of a service without scrolling', async ({ page }) => {
        await page.goto(pathOf(unitPage, language));
        const number = unit.channels?.phone?.[0]?.number ?? '';
        await expectInWindow(main(page).locator(`a[href="tel:${number}"]`).filter({ visible: true }).first());
      });

      test('finds the unit of a task by typing it, and sees the answer', async ({ page }) => {
        await page.goto(directoryIn(language));
        const filter = new Filter(page, language);
        await filter.field.fill(taskIn(language));
        await filter.expectShown([taskUnit.id]);
        await expectInWindow(page.locator(`[id="${taskUnit.id}"]`));
      });

      test('reaches the vacancies with one click and without scrolling', async ({ page }) => {
        test.skip(!jobs, 'No page leads to vacancies.');
        await page.goto(homeOf(language));
        const tasks = page.getByRole('navigation', { name: wordsOf(language).menu.tasks });
        await tasks
          .getByRole('link')
          .and(page.locator(`[href="${pathOf(jobs ?? null, language)}"]`))
          .click();
        const actions = main(page).locator('a.button[href^="https://"]');
        await expectInWindow(actions.first());
        await expect(actions).toHaveCount(2);
        expect(await actions.last().getAttribute('href')).toBe(await actions.first().getAttribute('href'));
      });

      test('sees the address on the contact page, and the map on a desk', async ({ page }) => {
        await page.goto(pathOf(site.organisation.page ?? null, language));
        await expectInWindow(main(page).locator('address').first());
        if (name === 'desk') await expectInWindow(main(page).getByRole('img'));
      });

      test('changes the language deep inside the site with one click, and keeps the query', async ({ page }) => {
        const [other] = othersThan(language);
        if (!other) throw new Error('The site has one language.');
        await page.goto(`${directoryIn(language)}?q=16`);
        await page.locator(`body > header a[hreflang="${other.tag}"]`).click();
        await expect(page).toHaveURL(`${directoryIn(other)}?q=16`);
      });

      test('learns what a body does and reaches its site from the list of institutions', async ({ page }) => {
        const [body] = contactsOfKind(site, 'attached-service');
        if (!body) throw new Error('No body is attached.');
        await page.goto(`${directoryIn(language)}#${body.id}`);
        const entry = page.locator(`[id="${body.id}"]`);
        await expectInWindow(entry);
        await expect(entry).toContainText(body.purpose[language.code] ?? '');
        await expect(entry.getByRole('heading').getByRole('link')).toHaveAttribute('href', /^https:|^\//);
      });

      test('gets a number for every question on the contact page', async ({ page }) => {
        await page.goto(pathOf(site.organisation.page ?? null, language));
        const number = contactOf(site, site.organisation.id).channels?.phone?.[0]?.number;
        await expectInWindow(main(page).locator(`a[href="tel:${number}"]`).first());
      });

      test('reports a mistake with one click from the footer of a page', async ({ page }) => {
        await page.goto(pathOf(unitPage, language));
        const report = page.getByRole('contentinfo').getByRole('link', { name: wordsOf(language).mistake.link });
        await expect(report).toHaveCount(1);
        if (site.feedback) return expect(report).toHaveAttribute('href', /^mailto:.*subject=/);
        await report.click();
        await expect(page).toHaveURL(new RegExp(`${pathOf(site.organisation.page ?? null, language)}#.+`));
        await expectInWindow(page.locator(':target'));
      });

      test('saves a service as a contact with one click', async ({ page }) => {
        await page.goto(pathOf(unitPage, language));
        const save = main(page).locator('a[href$=".vcf"]').filter({ visible: true }).first();
        expect((await save.boundingBox())?.y).toBeLessThanOrEqual(viewport.height);
        await expect(save).toHaveAttribute('href', new RegExp(`${unit.id}\\.${language.code}(\\.v3)?\\.vcf$`));
      });

      test('finds the directory as a table with one click in its page', async ({ page }) => {
        await page.goto(directoryIn(language));
        const tables = main(page).locator('a[href$=".csv"]');
        await expect(tables).not.toHaveCount(0);
        for (const table of await tables.all()) {
          const response = await page.request.get((await table.getAttribute('href')) ?? '');
          expect(response.headers()['content-type']).toContain('text/csv');
        }
      });

      test('reads what the Chancellery does, and its ways in, before scrolling', async ({ page }) => {
        await page.goto(homeOf(language));
        await expectInWindow(page.getByRole('heading', { level: 1 }));
        await expectInWindow(main(page).getByText(twinOf(pageOf(site, homeKey), language.code).summary));
        await expectInWindow(page.getByRole('navigation', { name: wordsOf(language).menu.tasks }));
      });
    });
  }
}

test.describe('Six missions on the home page take at most 420 pixels of a desk', () => {
  test.use({ viewport: windows.desk });
  for (const language of languages) {
    test(language.name, async ({ page }) => {
      await page.goto(homeOf(language));
      for (const section of await main(page).locator('section:has(> div > ul:not([class]))').all()) {
        const entries = await section.locator('li').count();
        expect((await section.boundingBox())?.height).toBeLessThanOrEqual(420 * Math.max(1, entries / 6));
      }
    });
  }
});
