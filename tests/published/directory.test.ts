import type { Element } from 'hast';
import { expect, describe as group, test } from 'vitest';
import { isReachable, phoneNumbersOf } from '#lib/contacts/channels.ts';
import { foldWords, matches } from '#lib/contacts/matching.ts';
import { inLanguage, type Language, languages } from '#lib/languages/languages.ts';
import { type ContactKind, contactKinds } from '#lib/records/contact.ts';
import { type Contact, contactsOfKind, pageOf, twinOf, unitPath } from '#lib/site/site.ts';
import { site } from '../published-site.ts';
import { cardFaults, cardsIn } from './checks/cards.ts';
import { attributeOf, type Document, elementsOf, textOf } from './document.ts';
import { documentAt } from './site.ts';

const directory = pageOf(site, site.directory ?? '');
const generalNumber = `tel:${phoneNumbersOf(site.organisation)[0]}`;

/** The groups of the directory. */
function groupsIn({ tree }: Document): { kind: string; heading: string; entries: Element[] }[] {
  return elementsOf(tree, 'section')
    .filter((section) => attributeOf(section, 'dataKind') !== null)
    .map((section) => ({
      kind: attributeOf(section, 'dataKind') ?? '',
      heading: elementsOf(section, 'h2').map(textOf).join(),
      entries: elementsOf(section, 'li').filter((item) => attributeOf(item, 'id') !== null),
    }));
}

/** An entry without its card. */
function shownIn(entry: Element): Element {
  const isCard = (child: Element['children'][number]) => child.type === 'element' && cardsIn(child).length > 0;
  return {
    ...entry,
    children: entry.children.map((child) =>
      child.type === 'element' && child.tagName === 'div'
        ? { ...child, children: child.children.filter((each) => !isCard(each)) }
        : child,
    ),
  };
}

/** The texts of an entry that the filter searches: its own, those of links to it, and its hidden words. */
function searchable({ tree }: Document, entry: Element): { words: string; digits: string } {
  const id = attributeOf(entry, 'id') ?? '';
  const shown = shownIn(entry).children.flatMap((child) =>
    child.type !== 'element' ? [] : child.tagName === 'div' ? elementsOf(child, 'p') : [child],
  );
  const links = elementsOf(tree, 'a').filter((link) => attributeOf(link, 'href')?.endsWith(`#${id}`));
  const hidden = attributeOf(entry, 'dataWords') ?? '';
  return { words: foldWords([...[...shown, ...links].map(textOf), hidden].join(' ')), digits: '' };
}

/** The words by which visitors may look for a unit, in a language; keywords only in that of the page. */
function queries(contact: Contact, asked: Language, page: Language): string[] {
  const { name, abbreviation, brand, tasks, synonyms, keywords } = contact;
  return [
    ...[name, abbreviation, brand].flatMap((text) => (text ? inLanguage(text, asked.code) : [])),
    ...[tasks, synonyms].flatMap((list) => (list ? inLanguage(list, asked.code) : [])),
    ...(keywords && asked === page ? inLanguage(keywords, asked.code) : []),
  ];
}

for (const language of languages) {
  const { path } = twinOf(directory, language.code);
  const document = documentAt(path);
  const groups = groupsIn(document);

  group(`The directory (${language.code})`, () => {
    test('lists every unit once, in order, in the group of its kind, and hides none', () => {
      const kinds = contactKinds.filter((kind) => contactsOfKind(site, kind).length > 0);
      expect(groups.map(({ kind }) => kind)).toEqual(kinds);
      for (const { kind, entries } of groups) {
        const ids = contactsOfKind(site, kind as ContactKind).map(({ id }) => id);
        expect(entries.map((entry) => attributeOf(entry, 'id'))).toEqual(ids);
        expect(entries.filter((entry) => attributeOf(entry, 'hidden') !== null)).toEqual([]);
      }
      expect(groups.flatMap(({ entries }) => entries)).toHaveLength(site.contacts.length);
    });

    test.for(site.contacts)('shows name, purpose, channels and card of $id', (contact) => {
      const entry = groups.flatMap(({ entries }) => entries).find((each) => attributeOf(each, 'id') === contact.id);
      if (!entry) throw new Error('There is no entry.');
      const text = textOf(entry);
      const { name, purpose, abbreviation, channels, website, page } = contact;
      for (const words of [name, purpose, abbreviation]) {
        if (words) expect(text).toContain(inLanguage(words, language.code));
      }
      const hrefs = elementsOf(shownIn(entry), 'a').map((link) => attributeOf(link, 'href'));
      const expected = [
        ...(page ? [twinOf(pageOf(site, page), language.code).path] : []),
        ...(website && !page ? [inLanguage(website, language.code)] : []),
        ...(channels?.phone ?? []).map(({ number }) => `tel:${number}`),
        ...(channels?.email ? [`mailto:${channels.email}`] : []),
        ...(channels?.form && !channels.email ? [inLanguage(channels.form, language.code)] : []),
        ...(website && !isReachable(contact) ? [inLanguage(website, language.code)] : []),
        ...(isReachable(contact) || website || contact.address ? [] : [generalNumber]),
      ];
      expect(hrefs).toEqual(expected);
      if (!isReachable(contact) && !website && contact.address) {
        expect(text).toContain(inLanguage(contact.address.street, language.code));
      }
      const cards = cardsIn(entry);
      expect(cards).toHaveLength(1);
      const context = { site, contact, language };
      for (const card of cards) expect(cardFaults(card, context)).toEqual([]);
    });
  });

  group(`The filter of the directory (${language.code})`, () => {
    const entries = groups.flatMap((each) => each.entries);
    for (const asked of languages) {
      test.for(site.contacts)(`finds $id by every word of its record in ${asked.code}`, (contact) => {
        const entry = entries.find((each) => attributeOf(each, 'id') === contact.id) as Element;
        const missed = queries(contact, asked, language).filter(
          (query) => !matches(searchable(document, entry), query),
        );
        expect(missed).toEqual([]);
      });
    }

    test('finds nothing by a word that occurs in no record', () => {
      expect(entries.filter((entry) => matches(searchable(document, entry), 'qqqq'))).toEqual([]);
    });

    test('needs every hidden word of an entry', () => {
      for (const entry of entries) {
        const hidden = (attributeOf(entry, 'dataWords') ?? '').split(' ').filter(Boolean);
        const shown = searchable(document, { ...entry, properties: { ...entry.properties, dataWords: '' } });
        expect
          .soft(
            hidden.filter((word) => matches(shown, word)),
            attributeOf(entry, 'id') ?? '',
          )
          .toEqual([]);
        expect(new Set(hidden).size).toBe(hidden.length);
      }
    });
  });
}

test('The filter finds the unit of a task on the page of every language, by the words of every language', () => {
  for (const contact of site.contacts) {
    for (const asked of languages) {
      for (const task of contact.tasks ? inLanguage(contact.tasks, asked.code) : []) {
        for (const { code } of languages) {
          const document = documentAt(twinOf(directory, code).path);
          const entry = groupsIn(document)
            .flatMap(({ entries }) => entries)
            .find((each) => attributeOf(each, 'id') === contact.id);
          expect.soft(entry && matches(searchable(document, entry), task), `${task} in ${code}`).toBe(true);
        }
      }
    }
  }
});

test('The organisation chart has every unit of the directory once, and no other', () => {
  const pages = site.pages.filter(({ twins }) =>
    Object.values(twins).every(({ components }) => components.includes('OrganisationChart')),
  );
  expect(pages).not.toEqual([]);
  for (const { twins } of pages) {
    for (const { code } of languages) {
      const { tree } = documentAt(inLanguage(twins, code).path);
      const [chart] = elementsOf(tree, 'ul').filter((list) => String(attributeOf(list, 'className')).includes('chart'));
      const links = chart ? elementsOf(chart, 'a').map((link) => attributeOf(link, 'href')) : [];
      const units = site.contacts.map((contact) => unitPath(site, contact, code));
      expect(links.toSorted()).toEqual(units.toSorted());
    }
  }
});
