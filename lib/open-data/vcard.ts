import { addressLines } from '../contacts/address.ts';
import { letterLines } from '../contacts/letter.ts';
import { webAddresses } from '../contacts/web-addresses.ts';
import { inLanguage, type Language, type Translated } from '../languages/languages.ts';
import type { Availability } from '../records/contact.ts';
import { type Contact, lineageOf, pageOf, type Site, twinOf } from '../site/site.ts';
import { components, contentLine, text } from './content-line.ts';
import { unitUri, vcardPath } from './data-paths.ts';

/** What a card says in words of the interface. */
export interface CardWords {
  /** Says that this person answers. */
  readonly person: (name: string) => string;
  /** Says opening hours, in lines. */
  readonly hours: (hours: NonNullable<Availability['hours']>) => readonly string[];
}

/** A unit in a language, with the words of that language at hand. */
interface Card {
  readonly site: Site;
  readonly contact: Contact;
  readonly language: Language;
  readonly words: CardWords;
  /** The part of a translated value that this card says. */
  readonly say: (value: Translated) => string;
  /** The parameter of lines in the language of the card (RFC 6350, 5.1). */
  readonly spoken: { readonly LANGUAGE: string };
}

/**
 * The vCard of a unit in one language: a vCard 4.0 file (RFC 6350), for address books.
 *
 * All languages have one UID, the unit's URI, so an address book holds a unit once. A unit without a published number has the
 * postal address of the unit that it is a part of, and an address on the web. Days on which the hours do not hold stay out: an
 * address book keeps a card for years.
 */
export function vcard(site: Site, contact: Contact, language: Language, words: CardWords): string {
  const say = (value: Translated) => inLanguage(value, language.code);
  const card: Card = { site, contact, language, words, say, spoken: { LANGUAGE: language.tag } };
  const lines: readonly (string | undefined)[] = [
    contentLine('BEGIN', 'VCARD'),
    contentLine('VERSION', '4.0'),
    contentLine('PRODID', text(`-//${new URL(site.origin).host}//directory//EN`)),
    contentLine('UID', unitUri(site.origin, contact.id)),
    contentLine('SOURCE', site.origin + vcardPath(contact.id, language.code)),
    // The day on which the record was last compared with its source, as a timestamp (RFC 6350, 6.7.4).
    contentLine('REV', `${contact.verified.replaceAll('-', '')}T000000Z`),
    contentLine('KIND', 'org'),
    ...nameLines(card),
    ...channelLines(card),
    ...relationLines(card),
    contentLine('NOTE', text(notesOf(card).join('\n')), card.spoken),
    contentLine('END', 'VCARD'),
  ];
  return lines.join('');
}

/** The name, the names of what the unit is a part of, and other names in use. */
function nameLines({ site, contact, language, say, spoken }: Card): (string | undefined)[] {
  const { name, abbreviation, brand, brandLanguage = language.tag } = contact;
  return [
    contentLine('FN', text(say(name)), spoken),
    contentLine('ORG', components(lineageOf(site, contact).map((unit) => say(unit.name))), spoken),
    abbreviation && contentLine('NICKNAME', text(say(abbreviation)), spoken),
    brand && contentLine('NICKNAME', text(say(brand)), { LANGUAGE: brandLanguage }),
  ];
}

/** Phone, e-mail, form, post, web; then the languages in which the unit answers. */
function channelLines(card: Card): (string | undefined)[] {
  const { contact, site, language, say } = card;
  const { phone = [], email, form } = contact.channels ?? {};
  return [
    ...phone.map((each, index) => phoneLines(each, index, card)),
    email && contentLine('EMAIL', text(email)),
    // RFC 8605, 2.1
    form && contentLine('CONTACT-URI', say(form)),
    addressLine(card),
    ...webAddresses(site, contact, language).map((address) => contentLine('URL', address)),
    ...(contact.languages ?? []).map((code, index) => contentLine('LANG', code, preference(index))),
  ];
}

/** A number; its label is tied to it in the way that address books read, because the RFC has none. */
function phoneLines(
  { number, label }: { number: string; label?: Translated | undefined },
  index: number,
  { say, spoken }: Card,
): string {
  const parameters = { VALUE: 'uri', TYPE: 'voice', ...preference(index) };
  const group = label && `phone${index + 1}`;
  return [
    contentLine('TEL', `tel:${number}`, parameters, group),
    label && contentLine('X-ABLABEL', text(say(label)), { ...spoken, VALUE: 'text' }, group),
  ].join('');
}

/** The most preferred of its kind is 1, the least 100 (RFC 6350, 5.3). */
function preference(index: number): { readonly PREF: string } {
  return { PREF: String(Math.min(index + 1, 100)) };
}

/** The postal address of the unit, or of the nearest one that it is a part of; as components, and as it stands on a letter. */
function addressLine({ site, contact, language, say, spoken }: Card): string | undefined {
  const address = lineageOf(site, contact).findLast((unit) => unit.address)?.address;
  if (!address) return undefined;
  const [street = ''] = addressLines(address, language);
  // The first two components stay empty (RFC 6350, 6.3.1); Belgian addresses have no region.
  const parts = ['', '', street, say(address.city), '', address.postcode, say(address.country)];
  const letter = letterLines(site, contact, language) ?? [];
  return contentLine('ADR', components(parts), { ...spoken, LABEL: letter.join('\n') });
}

/** What and who belongs to the unit: the directory that it stands in, the unit above it, the person who answers. */
function relationLines({ site, contact, language }: Card): (string | undefined)[] {
  const { directory, organisation } = site;
  const isPart = lineageOf(site, contact).includes(organisation);
  return [
    // RFC 6715, 2.4
    isPart && directory !== null
      ? contentLine('ORG-DIRECTORY', site.origin + twinOf(pageOf(site, directory), language.code).path)
      : undefined,
    contact.parent && contentLine('RELATED', unitUri(site.origin, contact.parent)),
    contact.person && contentLine('RELATED', text(contact.person), { TYPE: 'contact', VALUE: 'text' }),
  ];
}

/** What a card has no line of its own for, in the order of the record. */
function notesOf({ contact, words, say }: Card): string[] {
  const { purpose, contactFor, availability, person, channels } = contact;
  return [
    say(purpose),
    contactFor && say(contactFor),
    availability?.words && say(availability.words),
    ...(availability?.hours ? words.hours(availability.hours) : []),
    channels?.post && say(channels.post),
    channels?.visit && say(channels.visit),
    person && words.person(person),
  ].filter((note) => note !== undefined);
}
