import { expect, describe as group, test } from 'vitest';
import { isReachable } from '#lib/contacts/channels.ts';
import { languageOf } from '#lib/languages/languages.ts';
import { type Contact, contactOf, pageOf, twinOf } from '#lib/site/site.ts';
import { type PublishedPage, publishedPages, site } from '../published-site.ts';
import { type CardContext, cardFaults, cardsIn, sourceOf } from './checks/cards.ts';
import { attributeOf, elementsOf, readDocument } from './document.ts';
import { documentAt } from './site.ts';

/** The units whose cards a page shows, in order. */
function unitsOn({ page, twin }: PublishedPage): readonly Contact[] {
  if (page.contact) return [contactOf(site, page.contact)];
  return twin.components.includes('ContactCards') ? site.contacts.filter(isReachable) : [];
}

const contextOf = ({ twin }: PublishedPage, contact: Contact): CardContext => ({
  site,
  contact,
  language: languageOf(twin.language),
});

const withCards = publishedPages.filter((page) => unitsOn(page).length > 0);

group('Contact cards', () => {
  for (const published of withCards) {
    test(`match their records at ${published.path}, in the fixed order, and add nothing`, () => {
      const cards = cardsIn(documentAt(published.path).tree);
      const units = unitsOn(published);
      expect(cards).toHaveLength(units.length);
      for (const [index, card] of cards.entries()) {
        const unit = units[index] as Contact;
        expect.soft(cardFaults(card, contextOf(published, unit)), unit.id).toEqual([]);
      }
    });
  }
});

group('The check of contact cards finds', () => {
  const published = withCards.find(
    (each) =>
      each.page.contact &&
      contactOf(site, each.page.contact).person &&
      contactOf(site, each.page.contact).channels?.email,
  ) as PublishedPage;
  const contact = contactOf(site, published.page.contact ?? '');
  const context = contextOf(published, contact);
  const { html } = documentAt(published.path);
  const faultsAfter = (change: (html: string) => string) => {
    const changed = change(html);
    expect(changed).not.toBe(html);
    return cardsIn(readDocument(published.path, changed).tree).flatMap((card) => cardFaults(card, context));
  };
  const { person = '', channels, verified } = contact;
  const email = channels?.email ?? '';

  test.for<[string, (html: string) => string]>([
    ['a number hidden behind a label', (text) => text.replace(/(<a class="number"[^>]*>)[^<]*/, '$1Bel ons')],
    ['a number of another unit', (text) => text.replaceAll('tel:+322', 'tel:+323')],
    ['a second number', (text) => text.replace(/<a class="number".*?<\/a>/, '$&$&')],
    ['a missing mailbox', (text) => text.replaceAll(`href="mailto:${email}"`, '')],
    ['a missing person', (text) => text.replace(`: ${person}`, '')],
    ['a person before the mailbox', (text) => text.replace('<div class="mt-auto pt-3">', `<p>${person}</p>$&`)],
    [
      'an address without the unit',
      (text) => text.replace(/<span>[^<]*<\/span>(?= <span>[^<]*<\/span> <span>1000)/, ''),
    ],
    [
      'a date that neither the service nor a page confirms',
      (text) => text.replace('<div class="mt-auto pt-3">', `$&<time datetime="${verified}">x</time>`),
    ],
    ['a vCard of another unit', (text) => text.replaceAll(`/contacts/${contact.id}.`, '/contacts/other.')],
    ['a card without a copy button', (text) => text.replaceAll('copy-text', 'span')],
    [
      'a website that is not in the record',
      (text) => text.replace('<div class="mt-auto pt-3">', '$&<a href="https://example.org">x</a>'),
    ],
  ])('%s', ([, change]) => {
    expect(faultsAfter(change)).not.toEqual([]);
  });

  test('another date, or another source than the record', () => {
    const directory = pageOf(site, site.directory ?? '');
    const confirmed = site.contacts.filter(({ confirmedBy }) => confirmedBy === 'official-page');
    expect(confirmed).not.toEqual([]);
    for (const unit of confirmed) {
      const place = twinOf(directory, published.twin.language);
      const faultsOf = (change: (html: string) => string) => {
        const changed = readDocument(place.path, change(documentAt(place.path).html));
        const entry = elementsOf(changed.tree, 'li').filter((item) => attributeOf(item, 'id') === unit.id);
        const own = contextOf({ page: directory, twin: place, path: place.path }, unit);
        return entry.flatMap((item) => cardsIn(item)).flatMap((card) => cardFaults(card, own));
      };
      expect(faultsOf((text) => text)).toEqual([]);
      const source = sourceOf(contextOf({ page: directory, twin: place, path: place.path }, unit));
      if (source === null) continue;
      expect(faultsOf((text) => text.replaceAll(`"${unit.verified}"`, '"2020-01-01"'))).not.toEqual([]);
      expect(faultsOf((text) => text.replaceAll(`${source},`, 'x,'))).not.toEqual([]);
    }
  });

  test('a card without any way to reach the unit', () => {
    const bare = readDocument('/', '<div data-contact></div>');
    expect(cardsIn(bare.tree).flatMap((card) => cardFaults(card, context))).toContain(
      'there is no way to reach the unit',
    );
  });
});
