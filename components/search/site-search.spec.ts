import { expect, type Page, test } from '@playwright/test';
import { phoneNumbersOf } from '#lib/contacts/channels.ts';
import { type Language, languages } from '#lib/languages/languages.ts';
import type { SearchData } from '#lib/search/search-data.ts';
import { directoryPath, homeKey, pageOf, twinOf } from '#lib/site/site.ts';
import { findBarriers } from '../../tests/e2e/checks/barriers.ts';
import { findKeyboardFaults } from '../../tests/e2e/checks/focus.ts';
import { findUnreadableText, sidewaysScroll } from '../../tests/e2e/checks/layout.ts';
import { findSmallTargets } from '../../tests/e2e/checks/targets.ts';
import { watchTraffic } from '../../tests/e2e/checks/traffic.ts';
import { othersThan, visit, wordsOf } from '../../tests/e2e/documents.ts';
import { site } from '../../tests/published-site.ts';
import { questionsIn, searchDataOf } from '../../tests/site-search.ts';

const addressOf = ({ code }: Language, key = site.search ?? '') => twinOf(pageOf(site, key), code).path;

const nonsense = 'xqzwv';

const fieldOf = (page: Page) => page.locator('site-search').getByRole('searchbox');
const headingOf = (page: Page) => page.locator('[data-results] h2');
const linksOf = (page: Page) => page.locator('[data-results] ol h3 a');

/** Asks by keyboard, from the field, and waits for the answer. */
async function ask(page: Page, question: string): Promise<void> {
  await fieldOf(page).fill(question);
  await page.keyboard.press('Enter');
  await answered(page, question);
}

async function answered(page: Page, question: string): Promise<void> {
  await expect(page).toHaveTitle(new RegExp(`^${RegExp.escape(question)} – `));
  await expect(page.locator('site-search')).toHaveAttribute('data-state', /none|single|several/);
}

// A page that is left at once interrupts its transition, and the browser logs an error.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const language of languages) {
  const { search: words } = wordsOf(language);
  const address = addressOf(language);
  const { plain, slip, meant, foreign } = questionsIn(language.code);

  test.describe(`Search (${language.code})`, () => {
    test('fetches the search data when the field is used, and not before', async ({ page }) => {
      const { requests, complaints } = await watchTraffic(page);
      await visit(page, address);
      const data = () => requests.filter(({ pathname }) => pathname.startsWith('/assets/search-'));
      expect(data()).toEqual([]);
      await fieldOf(page).focus();
      await expect.poll(() => data().length).toBe(1);
      await ask(page, plain);
      await ask(page, nonsense);
      expect(data()).toHaveLength(1);
      expect(complaints).toEqual([]);
    });

    test('keeps the focus in the field and announces the number of results', async ({ page }) => {
      await visit(page, address);
      await fieldOf(page).focus();
      await page.keyboard.type(plain);
      await page.keyboard.press('Enter');
      await answered(page, plain);
      await expect(fieldOf(page)).toBeFocused();
      await expect(page).toHaveURL(`${address}?${new URLSearchParams({ q: plain })}`.replaceAll('+', '%20'));
      const heading = (await headingOf(page).textContent()) ?? '';
      expect(heading).toContain(plain);
      expect(heading).toContain(String(await linksOf(page).count()));
      await expect(page.getByRole('status')).toHaveText(heading);
      await expect(page.locator('[data-results] mark').first()).toBeVisible();
    });

    test('announces that it is busy until the search data arrive', async ({ page }) => {
      let release = () => {};
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      await page.route('**/assets/search-*', async (route) => {
        await held;
        await route.continue();
      });
      await visit(page, address);
      await fieldOf(page).fill(plain);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('status')).toHaveText(words.busy);
      release();
      await expect(page.getByRole('status')).toContainText(plain);
    });

    test('lets Tab reach the results, and shows them again on the way back', async ({ page }) => {
      await visit(page, address);
      await ask(page, plain);
      const heading = (await headingOf(page).textContent()) ?? '';
      await page.keyboard.press('Tab');
      await expect(page.locator('site-search').getByRole('button', { name: words.button })).toBeFocused();
      await page.keyboard.press('Tab');
      await expect(linksOf(page).first()).toBeFocused();
      const target = (await linksOf(page).first().getAttribute('href')) ?? '';
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(target);
      await page.goBack();
      await answered(page, plain);
      await expect(headingOf(page)).toHaveText(heading);
      await expect(fieldOf(page)).toHaveValue(plain);
    });

    test('follows Back and Forward from query to query', async ({ page }) => {
      await visit(page, address);
      await ask(page, plain);
      await ask(page, nonsense);
      await page.goBack();
      await answered(page, plain);
      await page.goForward();
      await answered(page, nonsense);
    });

    test('clears the results for an empty query', async ({ page }) => {
      await visit(page, address);
      const title = await page.title();
      await ask(page, plain);
      await fieldOf(page).fill('');
      await page.keyboard.press('Enter');
      await expect(headingOf(page)).toBeHidden();
      await expect(page).toHaveTitle(title);
      await expect(page).toHaveURL(address);
    });

    test('answers the query of the search box in the header of any page', async ({ page }) => {
      await visit(page, addressOf(language, homeKey));
      const box = page.getByRole('banner').getByRole('search');
      await box.getByRole('searchbox', { name: words.label }).fill(plain);
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(new RegExp(`^[^?]*${address}\\?q=`));
      await answered(page, plain);
      await expect(linksOf(page).first()).toBeVisible();
      await expect(box, 'the box of the header').toBeVisible();
    });

    test('takes the query along to the other languages in the header', async ({ page }) => {
      await visit(page, address);
      await ask(page, plain);
      for (const other of othersThan(language)) {
        const link = page.getByRole('banner').locator(`a[hreflang="${other.tag}"]`);
        await link.click();
        await expect(page).toHaveURL(`${addressOf(other)}?q=${encodeURIComponent(plain)}`);
        await answered(page, plain);
        await page.goBack();
        await answered(page, plain);
      }
    });

    test('shows the kind and the place of a result, and links to the same query in the other languages', async ({
      page,
    }) => {
      await visit(page, address);
      await ask(page, foreign);
      const first = page.locator('[data-results] li').first();
      await expect(first.locator('p').last()).toHaveText(new RegExp(`^${words.unit} · `));
      await expect(page.locator('[data-other-languages]')).toContainText(words.language);
      for (const other of othersThan(language)) {
        const link = page.locator(`[data-results] a[hreflang="${other.tag}"]`);
        await expect(link).toContainText(foreign);
        await expect(link).toHaveAttribute('lang', other.tag);
        await link.click();
        await expect(page).toHaveURL(new RegExp(`${addressOf(other)}\\?q=${foreign}$`));
        await answered(page, foreign);
        await page.goBack();
      }
    });

    test('corrects a slip and announces the correction', async ({ page }) => {
      await visit(page, address);
      await ask(page, slip);
      const remark = words.instead.replace('{typed}', slip).replace('{query}', meant);
      await expect(page.locator('[data-remark]')).toContainText(remark);
      await expect(page.getByRole('status')).toContainText(remark);
      await expect(headingOf(page)).toContainText(meant);
      await page.locator('[data-remark]').getByRole('link').click();
      await answered(page, `"${slip}"`);
      await expect(headingOf(page)).toHaveText(words.none.replace('{query}', `"${slip}"`));
      await ask(page, plain);
      await expect(page.locator('[data-remark]')).toBeHidden();
    });

    test('links to the index, the directory and contact when it finds nothing', async ({ page }) => {
      await visit(page, address);
      await ask(page, nonsense);
      await expect(headingOf(page)).toHaveText(words.none.replace('{query}', nonsense));
      const ways = page.locator('[data-nothing] a');
      const expected = [site.directory, site.organisation.page].map((key) => addressOf(language, key ?? ''));
      expect(await ways.evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual([
        '#a-z',
        ...expected,
        ...phoneNumbersOf(site.organisation).map((number) => `tel:${number}`),
      ]);
      await expect(page.getByRole('heading', { name: words.index })).toBeVisible();
      await ask(page, plain);
      await expect(ways.first()).toBeHidden();
      await expect(page.getByRole('heading', { name: words.index })).toBeHidden();
    });

    test('shows the query and the results as text, never as HTML', async ({ page }) => {
      const hostile = '<img src=/x onerror=alert(1)> {typed} $& "\' &lt;b&gt;';
      const marked = {
        title: `<i>${plain}</i>`,
        place: ['<b>'],
        text: `One <img src=/x onerror=alert(1)> <script>alert(1)</script> ${plain}`,
      };
      page.on('dialog', () => expect.soft(null, 'a dialog opened').toBe('no dialog'));
      const records = searchDataOf(language.code)
        .records.slice(0, 1)
        .map((record) => ({ ...record, ...marked }));
      const data: SearchData = { records, synonyms: [], common: [] };
      await page.route('**/search-*.json', (route) => route.fulfill({ json: data }));
      await visit(page, address);
      await fieldOf(page).fill(hostile);
      await page.keyboard.press('Enter');
      await expect(page.locator('site-search')).toHaveAttribute('data-state', /none|single|several/);
      expect(await fieldOf(page).inputValue()).toBe(hostile);
      // In the heading, or in the remark about the correction.
      await expect(page.locator('[data-results]')).toContainText(hostile);
      await ask(page, plain);
      await expect(linksOf(page).first()).toHaveText(marked.title);
      await expect(page.locator('[data-results] li p').first()).toContainText('<img src=/x onerror=alert(1)>');
      await expect(page.locator('[data-results] li p').nth(1)).toContainText('<b>');
      expect(await page.locator('[data-results]').locator('img, script, b, i').count()).toBe(0);
    });

    test('announces a failure, links on, and tries again with the next query', async ({ page }) => {
      await page.route('**/search-*.json', (route) => route.abort());
      await visit(page, `${address}?q=${plain}`);
      await expect(headingOf(page)).toHaveText(words.failed);
      await expect(page.getByRole('status')).toHaveText(words.failed);
      await expect(page.locator('[data-nothing] a').first()).toBeVisible();
      await expect(page.getByRole('heading', { name: words.index })).toBeVisible();
      await page.unroute('**/search-*.json');
      await ask(page, plain);
      await expect(linksOf(page).first()).toBeVisible();
    });

    test('is an index of every page, unit and task without script, and shows no field', async ({ browser }) => {
      const bare = await browser.newPage({ javaScriptEnabled: false });
      await visit(bare, addressOf(language, homeKey));
      await expect(bare.getByRole('banner').getByRole('searchbox')).toHaveCount(0);
      await bare.getByRole('banner').getByRole('button', { name: words.button }).click();
      await expect(bare).toHaveURL(new RegExp(`^[^?]*${address}(\\?q=)?$`));
      await expect(bare.getByRole('main').getByRole('searchbox')).toHaveCount(0);
      const index = bare.locator('#a-z [data-letters]');
      const entries = await index
        .getByRole('link')
        .evaluateAll((links) => links.map((link) => [link.textContent, link.getAttribute('href')].join(' ')));
      const flat = (text: string) => text.replaceAll(' ', ' ');
      for (const page of site.pages.filter(({ key }) => key !== homeKey && key !== site.search)) {
        const { title, path: target } = twinOf(page, language.code);
        expect.soft(entries.map(flat)).toContain(flat(`${title} ${target}`));
      }
      for (const unit of site.contacts.filter(({ kind }) => kind !== 'organisation')) {
        for (const text of [unit.name[language.code], ...(unit.tasks?.[language.code] ?? [])]) {
          const target = unit.page ? addressOf(language, unit.page) : directoryPath(site, unit.id, language.code);
          expect.soft(entries.map(flat)).toContain(flat(`${text} ${target}`));
        }
      }
      const sorted = [...entries].sort(new Intl.Collator(language.tag).compare);
      expect(entries.map((entry) => entry[0])).toEqual(sorted.map((entry) => entry[0]));
      await bare.close();
    });

    for (const [name, question] of [
      ['results', plain],
      ['a slip', slip],
      ['nothing', nonsense],
    ] as const) {
      test.describe(`with ${name}`, () => {
        test.use({ bypassCSP: true, contextOptions: { reducedMotion: 'reduce' } });
        for (const colorScheme of ['light', 'dark'] as const) {
          test(`has no barrier that axe finds (${colorScheme})`, async ({ page }) => {
            await page.emulateMedia({ colorScheme });
            await visit(page, `${address}?q=${question}`);
            await answered(page, question);
            expect(await findBarriers(page)).toEqual([]);
          });
        }
        for (const width of [320, 390, 1280]) {
          test(`fits ${width} pixels, readable and operable by touch and keyboard`, async ({ page }) => {
            await page.setViewportSize({ width, height: 800 });
            await visit(page, `${address}?q=${question}`);
            await answered(page, question);
            expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
            expect(await findUnreadableText(page)).toEqual([]);
            expect(await findSmallTargets(page)).toEqual([]);
            expect(await findKeyboardFaults(page)).toEqual([]);
          });
        }
      });
    }
  });
}
