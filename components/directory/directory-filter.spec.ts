import { expect, test } from '@playwright/test';
import { inLanguage, languages } from '#lib/languages/languages.ts';
import { pageOf, twinOf } from '#lib/site/site.ts';
import { measureShifts } from '../../tests/e2e/checks/shifts.ts';
import {
  allUnits,
  directoryIn,
  Filter,
  listedKinds,
  taskIn,
  taskUnit,
  unitsOfKind,
} from '../../tests/e2e/directory-filter.ts';
import { wordsOf } from '../../tests/e2e/documents.ts';
import { serveInParts } from '../../tests/e2e/slow-line.ts';
import { siteFiles } from '../../tests/published/site.ts';
import { htmlOf, site } from '../../tests/published-site.ts';

for (const language of languages) {
  const { filter: words, kinds } = wordsOf(language);
  const [first] = listedKinds;

  test.describe(`the filter of the directory (${language.code})`, () => {
    let filter: Filter;
    test.beforeEach(async ({ page }) => {
      await page.goto(directoryIn(language));
      filter = new Filter(page, language);
      await filter.expectShown(allUnits);
    });

    test('finds units while typing, by name, task and number, in any language, case and accents aside', async ({
      page,
    }) => {
      for (const each of languages) {
        await filter.field.fill('');
        await filter.field.pressSequentially(taskIn(each).toUpperCase());
        await expect.poll(() => filter.shown(), taskIn(each)).toContain(taskUnit.id);
        expect((await filter.shown()).length).toBeLessThan(allUnits.length);
      }
      for (const contact of site.contacts) {
        const name = inLanguage(contact.name, language.code);
        await filter.field.fill(name.normalize('NFD').replace(/\p{M}/gu, ''));
        await expect.poll(() => filter.shown(), name).toContain(contact.id);
        for (const { number } of contact.channels?.phone ?? []) {
          // A unit without a number of its own shows the number of the organisation.
          const answering = page.locator(`[data-entries] li[id]:has(a[href="tel:${number}"])`);
          const ids = await answering.evaluateAll((entries) => entries.map(({ id }) => id));
          expect(ids).toContain(contact.id);
          for (const written of [number, `0${number.slice(3)}`, number.slice(-4)]) {
            await filter.field.fill(written);
            await filter.expectShown(ids);
          }
        }
      }
      await page.keyboard.press('Tab');
      await expect(filter.field).not.toBeFocused();
    });

    test('works on a page that arrives in parts, after its script', async ({ page }) => {
      const html = htmlOf(directoryIn(language));
      const middles = [html.indexOf('<directory-filter'), html.lastIndexOf('<section data-kind')].map((start) =>
        html.indexOf('</h2>', start),
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
        await filter.expectShown(allUnits);
        await filter.field.fill(taskIn(language));
        await filter.expectShown([taskUnit.id]);
      }
    });

    test('takes the choice along to the other languages in the header', async ({ page }) => {
      await filter.field.fill(taskIn(language));
      await page.getByText(kinds[first].label, { exact: true }).click();
      for (const other of languages.filter((each) => each !== language)) {
        await page.getByRole('banner').locator(`a[hreflang="${other.tag}"]`).click();
        await expect(page).toHaveURL((url) => url.pathname === directoryIn(other));
        const asked = new URL(page.url()).searchParams;
        expect([asked.get('q'), asked.get('kind')]).toEqual([taskIn(language), first]);
        await page.goBack();
      }
    });

    test('hides groups without an entry', async ({ page }) => {
      await filter.field.fill(taskIn(language));
      await filter.expectShown([taskUnit.id]);
      for (const kind of listedKinds) {
        expect(await page.locator(`h2[id="${kind}"]`).isVisible()).toBe(kind === taskUnit.kind);
      }
    });

    test('shows the first entry that matches in the window, also on a phone and among sixty units', async ({
      page,
    }) => {
      const last = site.contacts.filter(({ kind }) => kind === listedKinds.at(-1)).at(-1);
      await page.route(`**${directoryIn(language)}`, async (route) => {
        const response = await route.fetch();
        const [before = '', entry = ''] =
          /^(.*?)(<li id=[^>]*class="entry.*?<\/li>)/s.exec(await response.text())?.slice(1) ?? [];
        const more = Array.from({ length: 60 }, (_, index) =>
          entry.replaceAll(/(?<=id="|popoverTarget="|popovertarget="card-)[\w-]+/g, (id) => `${id}-${index}`),
        );
        const html = before + more.join('') + (await response.text()).slice(before.length);
        await route.fulfill({ response, body: html });
      });
      for (const size of [
        { width: 390, height: 844 },
        { width: 1280, height: 800 },
      ]) {
        await page.setViewportSize(size);
        await page.goto(directoryIn(language));
        await expect(page.locator('[data-words]')).toHaveCount(60 + allUnits.length);
        await page.mouse.wheel(0, 2000);
        await filter.field.pressSequentially(inLanguage(last?.name ?? {}, language.code));
        await expect(page.locator(`#${last?.id}`)).toBeInViewport({ ratio: 1 });
        await expect(filter.field).toBeInViewport();
      }
    });

    test('filters by kind with the keyboard', async ({ page }) => {
      const chosen = page.getByRole('radio', { name: words.all });
      await chosen.focus();
      await page.keyboard.press('ArrowRight');
      await expect(page.getByRole('radio', { name: kinds[first].label })).toBeChecked();
      await filter.expectShown(unitsOfKind(first));
    });

    test('announces the kind with the number, so that another kind with as many entries is announced', async ({
      page,
    }) => {
      await page.goto(directoryIn(language));
      for (const kind of listedKinds.slice(0, 2)) {
        await page.getByText(kinds[kind].label, { exact: true }).click();
        await expect(filter.count).toHaveText(new RegExp(`^${unitsOfKind(kind).length} .*, ${kinds[kind].label}$`));
      }
    });

    test('announces the number of entries once, after a pause, without moving the focus', async ({ page }) => {
      await page.clock.install({ time: 0 });
      await page.goto(directoryIn(language));
      await expect(filter.field).toBeVisible();
      await page.clock.pauseAt(new Date('2030-01-01'));
      await expect(filter.count).toHaveRole('status');
      const before = (await filter.count.textContent()) ?? '';
      expect(before).toContain(String(allUnits.length));
      const announced = await page.evaluateHandle(() => {
        const output = document.querySelector('output') as Node;
        const texts: (string | null)[] = [];
        const watch = { childList: true, characterData: true, subtree: true };
        new MutationObserver(() => texts.push(output.textContent)).observe(output, watch);
        return texts;
      });
      await page.clock.runFor(1000);
      await filter.field.pressSequentially(taskIn(language));
      await filter.expectShown([taskUnit.id]);
      expect(await announced.jsonValue(), 'nothing while typing').toEqual([]);
      await page.clock.runFor(1000);
      const [one = ''] = (await announced.jsonValue()) as string[];
      expect(one).toMatch(/^1 \p{L}+$/u);
      await expect(filter.field).toBeFocused();

      await filter.field.fill('qqqq');
      await page.clock.runFor(1000);
      await filter.field.fill('qqqqq');
      await page.clock.runFor(1000);
      const [first, none = '', ...more] = (await announced.jsonValue()) as string[];
      expect(first).toBe(one);
      expect(none).toMatch(/^\D+$/);
      expect(more, 'the same number again').toEqual([]);
    });

    test('says that nothing was found, and links to search and contact', async ({ page }) => {
      const leads = page.locator('[data-nothing]');
      await expect(leads).toBeHidden();
      await filter.field.fill('qqqq');
      await filter.expectShown([]);
      await expect(leads).toContainText(words.nothing);
      const keys = [site.organisation.page, site.search].filter((key) => typeof key === 'string');
      const hrefs = await leads
        .getByRole('link')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
        .then((all) => all.filter((href) => !href.startsWith('tel:')));
      expect(hrefs.map((href) => href.split('?')[0]).toSorted()).toEqual(
        keys.map((key) => twinOf(pageOf(site, key), language.code).path).toSorted(),
      );
      await filter.field.fill('');
      await expect(leads).toBeHidden();
    });

    test('passes the words to the search page when nothing was found, but not the other choices', async ({ page }) => {
      if (!site.search) throw new Error('The site has no search page.');
      const path = twinOf(pageOf(site, site.search), language.code).path;
      await page.goto(`${directoryIn(language)}?q=qqqq+wwww&kind=${first}`);
      await page.getByRole('link', { name: words.search }).press('Enter');
      await expect(page).toHaveURL((url) => url.pathname === path && url.search === '?q=qqqq+wwww');
      await expect(page.locator('#query')).toHaveValue('qqqq wwww');
    });

    test('appears without layout shift, and leaves the whole directory without script', async ({ page, browser }) => {
      // From the second visit on, the browser has the fonts.
      await page.waitForLoadState('networkidle');
      await page.goto(directoryIn(language));
      await expect(filter.field).toBeVisible();
      expect(await measureShifts(page)).toMatchObject({ total: 0 });
      const bare = await browser.newPage({ javaScriptEnabled: false });
      await bare.goto(`${directoryIn(language)}?q=qqqq`);
      await expect(bare.getByRole('searchbox')).toHaveCount(0);
      expect(await new Filter(bare, language).shown()).toEqual(allUnits);
      for (const id of allUnits) await expect(bare.locator(`[id="${id}"]`)).toBeVisible();
      await bare.close();
    });
  });
}
