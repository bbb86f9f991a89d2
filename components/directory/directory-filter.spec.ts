import { expect, type Locator, type Page, test } from '@playwright/test';
import { foldWords, matches } from '#lib/contacts/matching.ts';
import { inLanguage, type Language, languages } from '#lib/languages/languages.ts';
import { type ContactKind, contactKinds as everyKind } from '#lib/records/contact.ts';
import { contactsOfKind, pageOf, twinOf } from '#lib/site/site.ts';
import { measureShifts } from '../../tests/e2e/checks/shifts.ts';
import { wordsOf } from '../../tests/e2e/documents.ts';
import { serveInParts } from '../../tests/e2e/slow-line.ts';
import { siteFiles } from '../../tests/published/site.ts';
import { htmlOf, site } from '../../tests/published-site.ts';

/** The kinds that the directory lists. */
const contactKinds = everyKind.filter((kind) => contactsOfKind(site, kind).length > 0);
const all = site.contacts.map(({ id }) => id);
const directoryOf = ({ code }: Language) => twinOf(pageOf(site, site.directory ?? ''), code).path;

/** A unit, and one of its tasks in a language, in which no other unit has a part. */
const [taskUnit] = site.contacts.filter(({ tasks }) => tasks);
if (!taskUnit?.tasks) throw new Error('No unit has a task.');
const others = site.contacts
  .filter((contact) => contact !== taskUnit)
  .map((contact) => JSON.stringify(contact));
const taskIn = ({ code }: Language) => {
  const isItsOwn = (task: string) =>
    !others.some((text) => matches({ words: foldWords(text), digits: '' }, task));
  const task = inLanguage(taskUnit.tasks ?? {}, code).find(isItsOwn);
  if (!task) throw new Error(`No task of ${taskUnit.id} is its own in "${code}".`);
  return task;
};

/** The controls of the filter on the directory of a language, and what it shows. */
class Filter {
  readonly field: Locator;
  readonly count: Locator;
  readonly clear: Locator;
  readonly page: Page;

  constructor(page: Page, language: Language) {
    const { filter } = wordsOf(language);
    this.page = page;
    this.field = page.getByLabel(filter.field);
    this.count = page.locator('output');
    this.clear = page.getByRole('button', { name: filter.clear });
  }

  /** The ids of the entries that show, in order. */
  shown(): Promise<string[]> {
    return this.page
      .locator('[data-entries] li[id]')
      .evaluateAll((entries) => entries.filter((entry) => entry.checkVisibility()).map(({ id }) => id));
  }

  async expectShown(ids: readonly string[]): Promise<void> {
    await expect.poll(() => this.shown()).toEqual(all.filter((id) => ids.includes(id)));
  }

  search(): string {
    return new URL(this.page.url()).search;
  }
}

const unitsOfKind = (kind: ContactKind) => contactsOfKind(site, kind).map(({ id }) => id);

for (const language of languages) {
  const { filter: words, directory, kinds } = wordsOf(language);
  const [first, second] = everyKind;

  test.describe(`The directory, filtered (${language.code})`, () => {
    let filter: Filter;
    test.beforeEach(async ({ page }) => {
      await page.goto(directoryOf(language));
      filter = new Filter(page, language);
      await filter.expectShown(all);
    });

    test('while typing, by keyboard: name, task, number, accents and case aside, in any language', async ({
      page,
    }) => {
      for (const each of languages) {
        await filter.field.fill('');
        await filter.field.pressSequentially(taskIn(each).toUpperCase());
        await expect.poll(() => filter.shown(), taskIn(each)).toContain(taskUnit.id);
        expect((await filter.shown()).length).toBeLessThan(all.length);
      }
      for (const contact of site.contacts) {
        const name = inLanguage(contact.name, language.code);
        await filter.field.fill(name.normalize('NFD').replace(/\p{M}/gu, ''));
        await expect.poll(() => filter.shown(), name).toContain(contact.id);
        for (const { number } of contact.channels?.phone ?? []) {
          for (const written of [number, `0${number.slice(3)}`, number.slice(-4)]) {
            await filter.field.fill(written);
            await filter.expectShown([contact.id]);
          }
        }
      }
      await page.keyboard.press('Tab');
      await expect(filter.field).not.toBeFocused();
    });

    test('on a page that arrives in parts, of which the script is there before the rest', async ({
      page,
    }) => {
      const html = htmlOf(directoryOf(language));
      const middles = [html.indexOf('<directory-filter'), html.lastIndexOf('<section data-kind')].map(
        (start) => html.indexOf('</h2>', start),
      );
      await page.route('**/*.js', (route) =>
        route.fulfill({
          contentType: 'text/javascript',
          body: siteFiles.get(new URL(route.request().url()).pathname) as Buffer,
        }),
      );
      for (const middle of middles) {
        await using line = await serveInParts(new Map([['/', html]]), () => middle);
        await page.goto(line.origin);
        await filter.expectShown(all);
        await filter.field.fill(taskIn(language));
        await filter.expectShown([taskUnit.id]);
      }
    });

    test('groups without an entry go with their heading, and the index goes while it would lead to them', async ({
      page,
    }) => {
      const index = page.locator('nav[aria-labelledby="groups"]');
      await expect(index).toBeVisible();
      await filter.field.fill(taskIn(language));
      await filter.expectShown([taskUnit.id]);
      for (const kind of contactKinds) {
        expect(await page.locator(`h2[id="${kind}"]`).isVisible()).toBe(kind === taskUnit.kind);
      }
      await expect(index).toBeHidden();
      await filter.clear.click();
      await expect(index).toBeVisible();
    });

    test('by kind, by keyboard', async ({ page }) => {
      const chosen = page.getByRole('radio', { name: words.all });
      await chosen.focus();
      await page.keyboard.press('ArrowRight');
      await expect(page.getByRole('radio', { name: kinds[first].label })).toBeChecked();
      await filter.expectShown(unitsOfKind(first));
    });

    test('the number of entries is said, in full, once, after a pause, without taking the focus', async ({
      page,
    }) => {
      await page.clock.install({ time: 0 });
      await page.goto(directoryOf(language));
      await expect(filter.field).toBeVisible();
      await page.clock.pauseAt(new Date('2030-01-01'));
      await expect(filter.count).toHaveRole('status');
      const before = (await filter.count.textContent()) ?? '';
      expect(before).toContain(String(all.length));
      const said = await page.evaluateHandle(() => {
        const output = document.querySelector('output') as Node;
        const texts: (string | null)[] = [];
        const watch = { childList: true, characterData: true, subtree: true };
        new MutationObserver(() => texts.push(output.textContent)).observe(output, watch);
        return texts;
      });
      await page.clock.runFor(1000);
      await filter.field.pressSequentially(taskIn(language));
      await filter.expectShown([taskUnit.id]);
      expect(await said.jsonValue(), 'nothing while typing').toEqual([]);
      await page.clock.runFor(1000);
      const [one = ''] = (await said.jsonValue()) as string[];
      expect(one).toMatch(/^1 \p{L}+$/u);
      await expect(filter.field).toBeFocused();

      await filter.field.fill('qqqq');
      await page.clock.runFor(1000);
      await filter.field.fill('qqqqq');
      await page.clock.runFor(1000);
      const [first, none = '', ...more] = (await said.jsonValue()) as string[];
      expect(first).toBe(one);
      expect(none).toMatch(/^\D+$/);
      expect(more, 'the same number again').toEqual([]);
    });

    test('what is chosen stands in the address, and whoever opens it sees the same', async ({
      page,
      context,
    }) => {
      await filter.field.fill(taskIn(language));
      await page.getByText(kinds[taskUnit.kind].label, { exact: true }).click();
      await filter.expectShown([taskUnit.id]);
      const address = page.url();
      expect(Object.fromEntries(new URL(address).searchParams)).toMatchObject({ q: taskIn(language) });

      const shared = await context.newPage();
      await shared.goto(address);
      const other = new Filter(shared, language);
      await other.expectShown([taskUnit.id]);
      await expect(other.field).toHaveValue(taskIn(language));
      expect(
        await shared
          .locator(':checked')
          .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value)),
      ).toEqual(
        await page
          .locator(':checked')
          .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value)),
      );
      await shared.goto(`${directoryOf(language)}?kind=no-such-kind&audience=nobody&x=y`);
      await expect(new Filter(shared, language).count).toContainText(/\d/);
    });

    test('Back undoes a stretch of typing as one step, and each other choice; Forward redoes it', async ({
      page,
    }) => {
      await filter.field.pressSequentially('bu');
      await filter.field.pressSequentially('dget');
      await filter.field.press('Enter');
      await filter.expectShown(await filter.shown());
      const typed = filter.search();
      expect(typed).toBe('?q=budget');
      await page.getByText(kinds[first].label, { exact: true }).click();
      await expect.poll(() => filter.search()).toBe(`?q=budget&kind=${first}`);

      await page.goBack();
      await expect.poll(() => filter.search()).toBe(typed);
      await expect(page.getByRole('radio', { name: words.all })).toBeChecked();
      await expect(filter.field).toHaveValue('budget');
      await page.goBack();
      await expect.poll(() => filter.search()).toBe('');
      await filter.expectShown(all);
      await expect(filter.field).toHaveValue('');
      await page.goForward();
      await expect(filter.field).toHaveValue('budget');
      await expect.poll(() => filter.search()).toBe(typed);
    });

    test('Escape clears all, and so does the button, which is there only when there is something to clear', async ({
      page,
    }) => {
      await expect(filter.clear).toBeHidden();
      for (const clear of [() => page.keyboard.press('Escape'), () => filter.clear.click()]) {
        await filter.field.fill('qqqq');
        await page.getByText(kinds[first].label, { exact: true }).click();
        await filter.expectShown([]);
        await filter.field.focus();
        await clear();
        await filter.expectShown(all);
        await expect(filter.field).toHaveValue('');
        await expect(filter.field).toBeFocused();
        await expect(filter.clear).toBeHidden();
        expect(filter.search()).toBe('');
      }
    });

    test('Escape in an open card closes the card and leaves the filter', async ({ page }) => {
      await filter.field.fill(taskIn(language));
      await filter.expectShown([taskUnit.id]);
      const [open] = await page
        .locator(`[id="${taskUnit.id}"]`)
        .getByRole('button', { name: directory.card })
        .all();
      await open?.press('Enter');
      const card = page.locator(`[id="card-${taskUnit.id}"]`);
      await expect(card).toBeVisible();
      await page.keyboard.press('Tab');
      await expect(card.locator(':focus')).toHaveCount(1);
      await page.keyboard.press('Escape');
      await expect(card).toBeHidden();
      await expect(open as Locator).toBeFocused();
      await filter.expectShown([taskUnit.id]);
      await expect(filter.field).toHaveValue(taskIn(language));
    });

    test('where nothing is found, the page says so and leads on', async ({ page }) => {
      const leads = page.locator('[data-nothing]');
      await expect(leads).toBeHidden();
      await filter.field.fill('qqqq');
      await filter.expectShown([]);
      await expect(leads).toContainText(words.nothing);
      const keys = [site.organisation.page, site.search].filter((key) => typeof key === 'string');
      const hrefs = await leads
        .getByRole('link')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
      expect(hrefs.map((href) => href?.split('?')[0]).toSorted()).toEqual(
        keys.map((key) => twinOf(pageOf(site, key), language.code).path).toSorted(),
      );
      await filter.field.fill('');
      await expect(leads).toBeHidden();
    });

    test('from nothing found, the words go along to the search page; choices alone do not', async ({
      page,
    }) => {
      if (!site.search) throw new Error('The site has no search page.');
      const path = twinOf(pageOf(site, site.search), language.code).path;
      await page.goto(`${directoryOf(language)}?q=qqqq+wwww&kind=${first}`);
      await page.getByRole('link', { name: words.search }).press('Enter');
      await expect(page).toHaveURL((url) => url.pathname === path && url.search === '?q=qqqq+wwww');
      await expect(page.locator('#query')).toHaveValue('qqqq wwww');
    });

    test('a link to an entry that is filtered away shows it all the same', async ({ page }) => {
      await page.getByText(kinds[second].label, { exact: true }).click();
      await filter.expectShown(unitsOfKind(second));
      await page.getByRole('link', { name: taskIn(language), exact: true }).click();
      await filter.expectShown(all);
      await expect(page.locator(`[id="${taskUnit.id}"]`)).toBeInViewport();
      expect(new URL(page.url()).hash).toBe(`#${taskUnit.id}`);
      expect(filter.search()).toBe('');
    });

    test('nothing moves when the controls appear, and all is there without script', async ({
      page,
      browser,
    }) => {
      // From the second visit on, the browser has the fonts.
      await page.waitForLoadState('networkidle');
      await page.goto(directoryOf(language));
      await expect(filter.field).toBeVisible();
      expect(await measureShifts(page)).toMatchObject({ total: 0 });
      const bare = await browser.newPage({ javaScriptEnabled: false });
      await bare.goto(`${directoryOf(language)}?q=qqqq`);
      await expect(bare.getByRole('searchbox')).toHaveCount(0);
      expect(await new Filter(bare, language).shown()).toEqual(all);
      for (const id of all) await expect(bare.locator(`[id="${id}"]`)).toBeVisible();
      await bare.close();
    });
  });
}
