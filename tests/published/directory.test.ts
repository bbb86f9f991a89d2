import type { Element } from 'hast';
import { expect, describe as group, test } from 'vitest';
import { isReachable } from '#lib/contacts/channels.ts';
import { foldWords, matches } from '#lib/contacts/matching.ts';
import { inLanguage, type Language, languages } from '#lib/languages/languages.ts';
import { type ContactKind, contactKinds } from '#lib/records/contact.ts';
import { type Contact, contactsOfKind, pageOf, twinOf } from '#lib/site/site.ts';
import { site } from '../published-site.ts';
import { cardFaults, cardsIn } from './checks/cards.ts';
import { attributeOf, type Document, elementsOf, textOf } from './document.ts';
import { documentAt } from './site.ts';

const directory = pageOf(site, site.directory ?? '');
const contactPage = pageOf(site, site.organisation.page ?? '');

/** The groups of the directory: kind, heading, entries. */
function groupsIn({ tree }: Document): { kind: string; heading: string; entries: Element[] }[] {
  return elementsOf(tree, 'section')
    .filter((section) => attributeOf(section, 'dataKind') !== null)
    .map((section) => ({
      kind: attributeOf(section, 'dataKind') ?? '',
      heading: elementsOf(section, 'h2').map(textOf).join(),
      entries: elementsOf(section, 'li').filter((item) => attributeOf(item, 'id') !== null),
    }));
}

/** What the filter reads of an entry: what it says, what links say that lead to it, and its hidden words. */
function findable({ tree }: Document, entry: Element): { words: string; digits: string } {
  const id = attributeOf(entry, 'id') ?? '';
  const said = entry.children.filter(
    (child): child is Element => child.type === 'element' && ['h3', 'p'].includes(child.tagName),
  );
  const links = elementsOf(tree, 'a').filter((link) => attributeOf(link, 'href')?.endsWith(`#${id}`));
  const hidden = attributeOf(entry, 'dataWords') ?? '';
  return { words: foldWords([...[...said, ...links].map(textOf), hidden].join(' ')), digits: '' };
}

/** Everything by which people may look for a unit, in a language; its keywords in that of the page. */
function questions(contact: Contact, asked: Language, page: Language): string[] {
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

  group(`the directory lists all units (${language.code})`, () => {
    test('each stands in the group of its kind, once, in order, and nothing is hidden', () => {
      const kinds = contactKinds.filter((kind) => contactsOfKind(site, kind).length > 0);
      expect(groups.map(({ kind }) => kind)).toEqual(kinds);
      for (const { kind, entries } of groups) {
        const ids = contactsOfKind(site, kind as ContactKind).map(({ id }) => id);
        expect(entries.map((entry) => attributeOf(entry, 'id'))).toEqual(ids);
        expect(entries.filter((entry) => attributeOf(entry, 'hidden') !== null)).toEqual([]);
      }
      expect(groups.flatMap(({ entries }) => entries)).toHaveLength(site.contacts.length);
    });

    test('an index leads to every group, and to every part of the page that follows', () => {
      const index = elementsOf(document.tree, 'nav').find(
        (nav) => attributeOf(nav, 'className') === 'directory-index',
      );
      const links = index
        ? elementsOf(index, 'a').map((link) => [attributeOf(link, 'href'), textOf(link)])
        : [];
      const { headings } = twinOf(directory, language.code);
      expect(links).toEqual([
        ...groups.map(({ kind, heading }) => [`#${kind}`, heading]),
        ...headings.filter(({ level }) => level === 2).map(({ anchor, text }) => [`#${anchor}`, text]),
      ]);
    });

    test.for(site.contacts)('$id: its name, what for, how to reach it, and its card', (contact) => {
      const entry = groups
        .flatMap(({ entries }) => entries)
        .find((each) => attributeOf(each, 'id') === contact.id);
      if (!entry) throw new Error('There is no entry.');
      const text = textOf(entry);
      const { name, purpose, abbreviation, channels, website, page } = contact;
      for (const words of [name, purpose, abbreviation]) {
        if (words) expect(text).toContain(inLanguage(words, language.code));
      }
      const direct = {
        ...entry,
        children: entry.children.filter((child) => child.type === 'element' && child.tagName !== 'div'),
      };
      const hrefs = elementsOf(direct, 'a').map((link) => attributeOf(link, 'href'));
      const expected = [
        ...(page ? [twinOf(pageOf(site, page), language.code).path] : []),
        ...(channels?.phone ?? []).map(({ number }) => `tel:${number}`),
        ...(channels?.email ? [`mailto:${channels.email}`] : []),
        ...(channels?.form && !channels.email ? [inLanguage(channels.form, language.code)] : []),
        ...(website && !isReachable(contact) ? [inLanguage(website, language.code)] : []),
      ];
      expect(hrefs).toEqual(expected);
      if (!isReachable(contact) && !website && contact.address) {
        expect(text).toContain(inLanguage(contact.address.street, language.code));
      }
      const cards = cardsIn(entry);
      expect(cards).toHaveLength(1);
      const context = {
        site,
        contact,
        language,
        page: path,
        contactPage: twinOf(contactPage, language.code).path,
      };
      for (const card of cards) expect(cardFaults(card, context)).toEqual([]);
    });
  });

  group(`the filter finds a unit by every word of its record (${language.code})`, () => {
    const entries = groups.flatMap((each) => each.entries);
    for (const asked of languages) {
      test.for(site.contacts)(`$id, asked in ${asked.code}`, (contact) => {
        const entry = entries.find((each) => attributeOf(each, 'id') === contact.id) as Element;
        const missed = questions(contact, asked, language).filter(
          (question) => !matches(findable(document, entry), question),
        );
        expect(missed).toEqual([]);
      });
    }

    test('and no unit by a word of none', () => {
      expect(entries.filter((entry) => matches(findable(document, entry), 'qqqq'))).toEqual([]);
    });

    test('no entry carries a word that it would be found by without it', () => {
      for (const entry of entries) {
        const hidden = (attributeOf(entry, 'dataWords') ?? '').split(' ').filter(Boolean);
        const said = findable(document, { ...entry, properties: { ...entry.properties, dataWords: '' } });
        expect
          .soft(
            hidden.filter((word) => matches(said, word)),
            attributeOf(entry, 'id') ?? '',
          )
          .toEqual([]);
        expect(new Set(hidden).size).toBe(hidden.length);
      }
    });
  });
}

test('a task finds the same unit on the page of every language, whatever language it is asked in', () => {
  for (const contact of site.contacts) {
    for (const asked of languages) {
      for (const task of contact.tasks ? inLanguage(contact.tasks, asked.code) : []) {
        for (const { code } of languages) {
          const document = documentAt(twinOf(directory, code).path);
          const entry = groupsIn(document)
            .flatMap(({ entries }) => entries)
            .find((each) => attributeOf(each, 'id') === contact.id);
          expect.soft(entry && matches(findable(document, entry), task), `${task} in ${code}`).toBe(true);
        }
      }
    }
  }
});
