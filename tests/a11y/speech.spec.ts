import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { translatorOf } from '#edit/report/describe.ts';
import { formatPhone } from '#lib/contacts/phone.ts';
import { inLanguage, type Language, languages } from '#lib/languages/languages.ts';
import { readMessages } from '#lib/languages/read-messages.ts';
import { contactKinds } from '#lib/records/contact.ts';
import { contactsOfKind, homeKey, pageOf, trailOf, twinOf } from '#lib/site/site.ts';
import { serveBrokenSite } from '../e2e/broken-site.ts';
import { languageOfPage, othersThan, visit, wordsOf } from '../e2e/documents.ts';
import { documentPaths, publishedPages, root, site } from '../published-site.ts';
import { inWords } from './check.ts';
import { speech } from './checks/speech.ts';
import { readExceptions } from './exceptions.ts';
import { type Heard, heardOf, within, wordsWithin } from './reader/heard.ts';
import { listen } from './reader/listen.ts';
import { record } from './results.ts';

// The screen reader is a script, which the content security policy of the site blocks.
test.use({ bypassCSP: true, contextOptions: { reducedMotion: 'reduce' } });

const exceptions = readExceptions();
const messages = readMessages(path.join(root, 'messages'), languages);
const hear = async (page: Page, part?: string) => heardOf(await listen(page, part));
const criteria = (...numbers: readonly string[]) => ({
  annotation: numbers.map((description) => ({ type: 'criterion', description })),
});

test.describe('A screen reader names everything distinctly', () => {
  for (const pagePath of documentPaths) {
    test(pagePath, async ({ page }, testInfo) => {
      await visit(page, pagePath);
      const left = await record(
        testInfo,
        { check: speech, page: pagePath, look: 'heard' },
        await speech.judge(page),
        exceptions,
      );
      expect(left.map(inWords)).toEqual([]);
    });
  }
});

test('the check finds unnamed and indistinct elements', async ({ page }) => {
  await using broken = await serveBrokenSite('a11y/broken');
  await page.goto(`${broken.origin}/speech.html`);
  const { barriers } = await speech.judge(page);
  expect(barriers.map(({ rule, element }) => `${rule}: ${element}`)).toEqual([
    'speech-name: link',
    'speech-name: button',
    'speech-name: image',
    'speech-name: searchbox',
    'speech-link: link, Meer',
    'speech-landmark: navigation, Menu',
    'speech-heading: heading, Overgeslagen, level 3',
    'speech-sign: link, Volgende ›',
    'speech-language: Pour nous joindre, appelez avec votre téléphone.',
    'speech-marker: item, Koffie',
  ]);
});

/** A text without its hyphens and no-break spaces, which are not voiced. */
const plain = (text = '') =>
  text
    .replaceAll('\u00ad', '')
    .replaceAll(/[\u00a0\u202f]/g, ' ')
    .trim();
const listItems = (heard: Heard) => within(heard, 'listitem').map((item) => plain(wordsWithin(item)));
const sizesIn = (heard: Heard) =>
  within(heard, 'list').map((list) => list.children.filter(({ role }) => role === 'listitem').length);

test.describe(
  'A screen reader announces landmarks, title, breadcrumb, menus and languages',
  criteria('1.3.1', '2.4.2', '2.4.6', '3.1.1', '3.1.2', '3.2.3', '3.2.4'),
  () => {
    for (const published of publishedPages) {
      test(published.path, async ({ page }) => {
        const language = languageOfPage(published);
        const words = wordsOf(language);
        await visit(page, published.path);
        const heard = await hear(page);
        const role = (name: string) => within(heard, name);
        const navigation = (name: string) => {
          const [found] = within(heard, 'navigation', name);
          if (!found) throw new Error(`There is no “${name}”.`);
          return found;
        };
        const labels = (keys: readonly string[]) =>
          keys.map((key) => plain(twinOf(pageOf(site, key), language.code).label));

        expect(heard.children.map((child) => child.role)).toEqual(['link', 'banner', 'main', 'contentinfo']);
        expect(heard.children[0]?.name).toBe(words.skip);
        expect(heard.language).toBe(language.tag);
        const titles = role('heading').filter(({ state }) => state.includes('level 1'));
        expect(titles.map(({ name }) => plain(name))).toEqual([plain(published.twin.title)]);

        const menu = navigation(words.menu.main);
        expect(listItems(menu)).toEqual(labels(site.navigation.header));
        expect(listItems(navigation(words.menu.footer))).toEqual(labels(site.navigation.footer));
        const others = othersThan(language);
        const legal = site.navigation.legal.map((key) =>
          key === site.statement ? statusIn(language) : twinOf(pageOf(site, key), language.code).label,
        );
        expect(listItems(navigation(words.menu.legal))).toEqual([...legal, ...others.map(({ name }) => name)]);
        if (published.page.key !== homeKey) {
          const trail = trailOf(site, published.page).map(({ key }) => key);
          const breadcrumb = navigation(words.breadcrumb);
          expect(listItems(breadcrumb)).toEqual(labels(trail));
          expect(sizesIn(breadcrumb)).toEqual([trail.length]);
          expect(within(breadcrumb, 'listitem').at(-1)?.children[0]?.state).toEqual(['current page']);
        }
        for (const other of others) {
          const links = within(heard, 'link').filter(({ name }) => name.endsWith(other.name));
          expect(links.map((link) => link.language)).toEqual([other.tag, other.tag]);
        }
        // The announced positions and sizes match the list.
        for (const list of role('list')) {
          const items = list.children.filter((child) => child.role === 'listitem');
          expect(items.map(({ state }) => state.slice(1))).toEqual(
            items.map((_, index) => [`position ${index + 1}`, `set size ${items.length}`]),
          );
        }
      });
    }
  },
);

test.describe(
  'A screen reader announces every unit of the directory once, under its kind, with its number and the language of its name',
  criteria('1.3.1', '1.3.2', '3.1.2', '4.1.2'),
  () => {
    for (const published of publishedPages.filter(({ page }) => page.key === site.directory)) {
      test(published.path, async ({ page }) => {
        const { code } = languageOfPage(published);
        await visit(page, published.path);
        const heard = await hear(page);
        const lists = within(heard, 'list');
        for (const kind of contactKinds.filter((each) => contactsOfKind(site, each).length > 0)) {
          const units = contactsOfKind(site, kind);
          const list = lists.find(({ children }) => nameOf(children[0]) === startOf(units[0], code));
          expect(list?.children.map(nameOf), kind).toEqual(units.map((unit) => startOf(unit, code)));
        }
        for (const { channels, brand, brandLanguage } of site.contacts) {
          for (const { number } of channels?.phone ?? []) {
            const [link] = within(heard, 'link', formatPhone(number));
            expect(link?.target).toBe(`tel:${number}`);
          }
          if (!brand || !brandLanguage) continue;
          const name = inLanguage(brand, code);
          expect(within(heard, 'text', name).map((text) => text.language)).toContain(brandLanguage);
        }
      });
    }
  },
);

/** The link of the footer to the accessibility statement, which names its status. */
function statusIn({ code }: Language): string {
  const { status } = site.accessibility ?? {};
  return translatorOf(messages, code)('statement.footer', { status: status ?? '' });
}

/** The name of a unit at the beginning of its entry. */
function nameOf(item: Heard | undefined): string {
  const [heading] = item ? within(item, 'heading') : [];
  return plain(heading?.name);
}

function startOf(unit: (typeof site.contacts)[number] | undefined, code: string): string {
  if (!unit) return '';
  const { name, brand, abbreviation } = unit;
  return `${inLanguage(name, code)}${brand ? ` (${inLanguage(brand, code)})` : ''}${abbreviation ? ` ${inLanguage(abbreviation, code)}` : ''}`;
}
