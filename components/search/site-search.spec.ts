import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { parse } from 'yaml';
import { formatPhone } from '#lib/contacts/phone.ts';
import { type Language, languages } from '#lib/languages/languages.ts';
import { type Contact, directoryPath, homeKey, pageOf, twinOf } from '#lib/site/site.ts';
import { findBarriers } from '../../tests/e2e/checks/barriers.ts';
import { findKeyboardFaults } from '../../tests/e2e/checks/focus.ts';
import { findUnreadableText, sidewaysScroll } from '../../tests/e2e/checks/layout.ts';
import { findSmallTargets } from '../../tests/e2e/checks/targets.ts';
import { watchTraffic } from '../../tests/e2e/checks/traffic.ts';
import { othersThan, visit, wordsOf } from '../../tests/e2e/documents.ts';
import { root, site } from '../../tests/published-site.ts';

const addressOf = ({ code }: Language, key = site.search ?? '') => twinOf(pageOf(site, key), code).path;

/** The address that a question should find: `page:services/ict` or `contact:ccb`. */
function targetOf(answer: string, language: Language): string {
  const [kind, key = ''] = answer.split(':');
  return kind === 'page' ? addressOf(language, key) : directoryPath(site, key, language.code);
}

/** `tests/fixtures/search/<code>.yaml` */
interface Samples {
  /** A question that finds something. */
  readonly plain: string;
  /** A slip, and what was meant. */
  readonly slip: string;
  readonly meant: string;
  /** A word of another language. */
  readonly foreign: string;
  /** What people ask, each with what must be among the first three results. */
  readonly questions: Readonly<Record<string, string>>;
}

const samplesIn = ({ code }: Language): Samples =>
  parse(readFileSync(path.join(root, `tests/fixtures/search/${code}.yaml`), 'utf8'));
const nonsense = 'xqzwv';

const fieldOf = (page: Page) => page.locator('site-search').getByRole('searchbox');
const headingOf = (page: Page) => page.locator('.results h2');
const linksOf = (page: Page) => page.locator('.results ol h3 a');

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

// Who goes back at once interrupts the transition between pages, of which the browser complains.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const language of languages) {
  const { search: words } = wordsOf(language);
  const address = addressOf(language);
  const { plain, slip, meant, foreign, questions } = samplesIn(language);

  test.describe(`Search (${language.code})`, () => {
    test('finds what people ask for among the first three results, thirty questions long', async ({
      page,
    }) => {
      expect(Object.keys(questions)).toHaveLength(30);
      await visit(page, address);
      for (const [question, answer] of Object.entries(questions)) {
        await ask(page, question);
        const found = await linksOf(page).evaluateAll((links) =>
          links.map((link) => link.getAttribute('href')),
        );
        expect.soft(found.slice(0, 3), question).toContain(targetOf(answer, language));
      }
    });

    test('puts a unit first for whoever names it, its task or its number', async ({ page }) => {
      await visit(page, address);
      const wordsOfUnit = ({ tasks, synonyms, keywords }: Contact) =>
        [tasks, synonyms, keywords].flatMap((each) => each?.[language.code] ?? []);
      for (const unit of site.contacts) {
        const { id, page: key, name, abbreviation, brand } = unit;
        const target = key ? addressOf(language, key) : directoryPath(site, id, language.code);
        const names = [name, abbreviation, brand].flatMap((each) => each?.[language.code] ?? []);
        const ofOthers = site.contacts
          .filter((each) => each !== unit)
          .flatMap(wordsOfUnit)
          .map((word) => word.toLowerCase());
        const own = (unit.tasks?.[language.code] ?? []).filter(
          (task) => !ofOthers.includes(task.toLowerCase()),
        );
        const numbers = (unit.channels?.phone ?? []).map(({ number }) => formatPhone(number));
        for (const question of [...names, ...own, ...numbers]) {
          await ask(page, question);
          await expect.soft(linksOf(page).first(), question).toHaveAttribute('href', target);
        }
      }
    });

    test('goes by keyboard: the field keeps the focus, the answer is said, Tab leads to the results, back and forward bring them again', async ({
      page,
    }) => {
      const { requests, complaints } = await watchTraffic(page);
      await visit(page, address);
      const index = () => requests.filter(({ pathname }) => pathname.startsWith('/assets/search-'));
      expect(index(), 'nothing is fetched before the field is used').toEqual([]);
      const title = await page.title();

      await fieldOf(page).focus();
      await expect.poll(() => index().length).toBeGreaterThan(0);
      await page.keyboard.type(plain);
      await page.keyboard.press('Enter');
      await answered(page, plain);
      await expect(fieldOf(page)).toBeFocused();
      await expect(page).toHaveURL(`${address}?${new URLSearchParams({ q: plain })}`.replaceAll('+', '%20'));
      const heading = (await headingOf(page).textContent()) ?? '';
      expect(heading).toContain(plain);
      expect(heading).toContain(String(await linksOf(page).count()));
      await expect(page.getByRole('status')).toHaveText(heading);
      await expect(page.locator('.results mark').first()).toBeVisible();

      await page.keyboard.press('Tab');
      await expect(page.getByRole('button', { name: words.button })).toBeFocused();
      await page.keyboard.press('Tab');
      await expect(linksOf(page).first()).toBeFocused();
      const target = (await linksOf(page).first().getAttribute('href')) ?? '';
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(target);
      await page.goBack();
      await answered(page, plain);
      await expect(headingOf(page)).toHaveText(heading);
      await expect(fieldOf(page)).toHaveValue(plain);

      await ask(page, nonsense);
      await page.goBack();
      await answered(page, plain);
      await expect(headingOf(page)).toHaveText(heading);
      await page.goForward();
      await answered(page, nonsense);

      await fieldOf(page).fill('');
      await page.keyboard.press('Enter');
      await expect(headingOf(page)).toBeHidden();
      await expect(page).toHaveTitle(title);
      await expect(page).toHaveURL(address);
      expect(complaints).toEqual([]);
    });

    test('answers an address with a query, from the box in the header of any page', async ({ page }) => {
      await visit(page, addressOf(language, homeKey));
      const box = page.getByRole('banner').getByRole('search');
      await box.getByRole('searchbox', { name: words.label }).fill(plain);
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(new RegExp(`^[^?]*${address}\\?q=`));
      await answered(page, plain);
      await expect(linksOf(page).first()).toBeVisible();
      await expect(page.getByRole('banner').getByRole('search'), 'one field is enough').toHaveCount(0);
    });

    test('says what each result is and where it stands, and in which language; a link asks the same in another', async ({
      page,
    }) => {
      await visit(page, address);
      await ask(page, foreign);
      const first = page.locator('.results li').first();
      await expect(first.locator('p').last()).toHaveText(new RegExp(`^${words.unit} · `));
      await expect(page.locator('.other-languages')).toContainText(words.language);
      for (const other of othersThan(language)) {
        const link = page.locator(`.results a[hreflang="${other.tag}"]`);
        await expect(link).toContainText(foreign);
        await expect(link).toHaveAttribute('lang', other.tag);
        await link.click();
        await expect(page).toHaveURL(new RegExp(`${addressOf(other)}\\?q=${foreign}$`));
        await answered(page, foreign);
        await page.goBack();
      }
    });

    test('forgives a slip and says so', async ({ page }) => {
      await visit(page, address);
      await ask(page, slip);
      const remark = words.instead.replace('{typed}', slip).replace('{query}', meant);
      await expect(page.locator('.listed > p')).toHaveText(remark);
      await expect(page.getByRole('status')).toContainText(remark);
      await expect(headingOf(page)).toContainText(meant);
      await ask(page, plain);
      await expect(page.locator('.listed > p')).toBeHidden();
    });

    test('says when there is nothing, and leads to the index, the directory and contact', async ({
      page,
    }) => {
      await visit(page, address);
      await ask(page, nonsense);
      await expect(headingOf(page)).toHaveText(words.none.replace('{query}', nonsense));
      const ways = page.locator('.nothing a');
      const expected = [site.directory, site.organisation.page].map((key) => addressOf(language, key ?? ''));
      expect(await ways.evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual([
        '#a-z',
        ...expected,
      ]);
      await expect(page.getByRole('heading', { name: words.index })).toBeVisible();
      await ask(page, plain);
      await expect(ways.first()).toBeHidden();
      await expect(page.getByRole('heading', { name: words.index })).toBeHidden();
    });

    test('takes what is typed and what is found for text, never for HTML', async ({ page }) => {
      const hostile = '<img src=/x onerror=alert(1)> {typed} $& "\' &lt;b&gt;';
      page.on('dialog', () => expect.soft(null, 'a dialog opened').toBe('no dialog'));
      await page.route('**/fragment/*', async (route) => {
        const record = {
          url: '/x',
          content: `One <img src=/x onerror=alert(1)> <script>alert(1)</script> ${plain}`,
          word_count: 5,
          filters: { kind: ['unit'], place: ['<b>'] },
          meta: { title: '<i>title</i>' },
          anchors: [],
        };
        await route.fulfill({ body: `pagefind_dcd${JSON.stringify(record)}` });
      });
      await visit(page, address);
      await fieldOf(page).fill(hostile);
      await page.keyboard.press('Enter');
      await expect(page.locator('site-search')).toHaveAttribute('data-state', /none|single|several/);
      expect(await fieldOf(page).inputValue()).toBe(hostile);
      // In the heading, or in the remark that another word was meant.
      await expect(page.locator('.results')).toContainText(hostile);
      await ask(page, plain);
      await expect(linksOf(page).first()).toHaveText('<i>title</i>');
      await expect(page.locator('.results li p').first()).toContainText('<img src=/x onerror=alert(1)>');
      await expect(page.locator('.results li p').nth(1)).toContainText('<b>');
      expect(await page.locator('.results').locator('img, script, b, i').count()).toBe(0);
    });

    test('says when it cannot, leads on, and tries again', async ({ page }) => {
      await page.route('**/pagefind.js', (route) => route.abort());
      await visit(page, `${address}?q=${plain}`);
      await expect(headingOf(page)).toHaveText(words.failed);
      await expect(page.getByRole('status')).toHaveText(words.failed);
      await expect(page.locator('.nothing a').first()).toBeVisible();
      await expect(page.getByRole('heading', { name: words.index })).toBeVisible();
    });

    test('without script, the page is an index that leads to every page, unit and task; no field promises more', async ({
      browser,
    }) => {
      const bare = await browser.newPage({ javaScriptEnabled: false });
      await visit(bare, addressOf(language, homeKey));
      await expect(bare.getByRole('banner').getByRole('searchbox')).toHaveCount(0);
      await bare.getByRole('banner').getByRole('button', { name: words.button }).click();
      await expect(bare).toHaveURL(new RegExp(`^[^?]*${address}(\\?q=)?$`));
      await expect(bare.getByRole('main').getByRole('searchbox')).toHaveCount(0);
      const index = bare.locator('#a-z .letter-columns');
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
          const target = unit.page
            ? addressOf(language, unit.page)
            : directoryPath(site, unit.id, language.code);
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
          test(`has no barrier that axe can find (${colorScheme})`, async ({ page }) => {
            await page.emulateMedia({ colorScheme });
            await visit(page, `${address}?q=${question}`);
            await answered(page, question);
            expect(await findBarriers(page)).toEqual([]);
          });
        }
        for (const width of [320, 390, 1280]) {
          test(`fits ${width} pixels, can be read, hit and reached by keyboard`, async ({ page }) => {
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
