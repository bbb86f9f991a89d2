import { addressLines, addressOf, letterLines, webUrls } from '../contacts/address.ts';
import { type Channel, channelsOf } from '../contacts/channels.ts';
import { internationalPhone } from '../contacts/phone.ts';
import { inLanguage, type Language, type Translated } from '../languages/languages.ts';
import type { Availability } from '../records/availability.ts';
import { endingOf } from '../site/life.ts';
import { type Contact, lineageOf, pathOf, type Site } from '../site/site.ts';
import { unitUri, type VcardVersion, vcardPath } from './data-paths.ts';

/** Messages for the notes of a vCard. */
export interface VcardWords {
  readonly person: (name: string) => string;
  /** The life of a unit in sentences (`lifeWithSuccessors`). */
  readonly life: (contact: Contact) => readonly string[];
  /** The opening hours, one entry per line. */
  readonly hours: (hours: NonNullable<Availability['hours']>) => readonly string[];
}

interface Source {
  readonly site: Site;
  readonly contact: Contact;
  readonly language: Language;
  readonly words: VcardWords;
  readonly version: VcardVersion;
  /** Picks the language of the vCard from a translated value. */
  readonly pick: (value: Translated) => string;
  /** The parameter of texts: their language (RFC 6350, 5.1); in version 3.0 their encoding, which Outlook would otherwise guess. */
  readonly inLanguage: Readonly<Record<string, string>>;
}

/** A line or several; undefined where the record has no value. */
type Lines = readonly (string | undefined)[];

/**
 * The vCard of a unit in one language, for address books: version 3.0 (RFC 2426), which all of them read, or 4.0 (RFC 6350), which has
 * more properties.
 *
 * Address books name an entry after `FN`, `N` or the first part of `ORG`, so the first two have the unit and the organisation. Numbers
 * are text: importers show a `tel:` URI as it is, or lose it.
 *
 * The vCard of a unit that has ended keeps its names and leads to the units that took its place; it has no channels.
 *
 * All languages share one UID, the unit's URI, so that an address book holds a unit once. A unit without an address of its own has
 * the one of the unit above it, and a web address. Exceptions to the opening hours are left out: address books keep a vCard for
 * years.
 */
export function vcard(
  site: Site,
  contact: Contact,
  language: Language,
  words: VcardWords,
  version: VcardVersion,
): string {
  const source: Source = {
    site,
    contact,
    language,
    words,
    version,
    pick: (value) => inLanguage(value, language.code),
    inLanguage: version === '4.0' ? { LANGUAGE: language.tag } : { CHARSET: 'UTF-8' },
  };
  const ending = endingOf(site, contact);
  const lines: Lines = [
    contentLine('BEGIN', 'VCARD'),
    contentLine('VERSION', version),
    contentLine('PRODID', escapeText(`-//${new URL(site.origin).host}//directory//EN`)),
    contentLine('UID', unitUri(site.origin, contact.id)),
    contentLine('SOURCE', site.origin + vcardPath(contact.id, language.code, version)),
    // The day on which the record was last compared with its source, as a timestamp (RFC 6350, 6.7.4).
    contentLine('REV', `${contact.verified.replaceAll('-', '')}T000000Z`),
    ...nameLines(source),
    ...(ending ? [] : channelsOf(contact).flatMap((channel) => channelLines(channel, source))),
    ...(ending ? [] : postalLines(source)),
    ...webUrls(site, contact, language).map((url) => contentLine('URL', url)),
    ...(version === '4.0' ? newerLines(source) : []),
    contentLine('NOTE', escapeText(notesOf(source).join('\n')), source.inLanguage),
    contentLine('END', 'VCARD'),
  ];
  return lines.join('');
}

/** The official name, the names of the units above, and other names in use. */
function nameLines({ site, contact, language, version, pick, inLanguage }: Source): Lines {
  const { name, abbreviation, brand, brandLanguage = language.tag } = contact;
  const lineage = lineageOf(site, contact).map((unit) => pick(unit.name));
  const [widest = '', ...parts] = lineage;
  const fullName = parts.length > 0 ? `${pick(name)} – ${widest}` : pick(name);
  const ofBrand = version === '4.0' ? { LANGUAGE: brandLanguage } : inLanguage;
  return [
    contentLine('FN', escapeText(fullName), inLanguage),
    contentLine('N', escapeComponents([fullName, '', '', '', '']), inLanguage),
    contentLine('ORG', escapeComponents(lineage), inLanguage),
    // Apple's address book then shows the first part of ORG, which names a whole organisation but none of its units.
    version === '3.0' && parts.length === 0 ? contentLine('X-ABSHOWAS', 'COMPANY') : undefined,
    abbreviation && contentLine('NICKNAME', escapeText(pick(abbreviation)), inLanguage),
    brand && contentLine('NICKNAME', escapeText(pick(brand)), ofBrand),
  ];
}

/** The lines of a channel with a property of its own; all others are notes. */
function channelLines(channel: Channel, source: Source): Lines {
  const { property, type } = channel.rule.vcard ?? {};
  if (property === undefined) return [];
  const isNewer = source.version === '4.0';
  switch (channel.shape) {
    case 'numbers':
      return channel.value.flatMap(({ number, label }, index) => {
        // A label has the form that address books read: the RFC defines none.
        const group = label && `${channel.name}${index + 1}`;
        const parameters = isNewer ? { ...(type && { TYPE: type }), ...preference(index) } : { TYPE: 'WORK' };
        const inWords = { ...source.inLanguage, VALUE: 'text' };
        return [
          contentLine(property, internationalPhone(number), parameters, group),
          label && contentLine('X-ABLABEL', escapeText(source.pick(label)), inWords, group),
        ];
      });
    case 'mailbox':
      return [contentLine(property, escapeText(channel.value), isNewer ? {} : { TYPE: 'INTERNET' })];
    case 'page':
      return [contentLine(isNewer ? property : 'URL', source.pick(channel.value))];
    case 'note':
      return [];
  }
}

/** The order of several values: the most preferred is 1, the least 100 (RFC 6350, 5.3). */
function preference(index: number): { readonly PREF: string } {
  return { PREF: String(Math.min(index + 1, 100)) };
}

/** The postal address of the unit, or of the nearest unit above it: its components, with the lines of a letter as its label. */
function postalLines({ site, contact, language, version, pick, inLanguage }: Source): Lines {
  const address = addressOf(site, contact);
  if (!address) return [];
  const [street = ''] = addressLines(address, language);
  // The first two components stay empty (RFC 6350, 6.3.1); Belgian addresses have no region.
  const parts = ['', '', street, pick(address.city), '', address.postcode, pick(address.country)];
  const letter = (letterLines(site, contact, language) ?? []).join('\n');
  if (version === '4.0') return [contentLine('ADR', escapeComponents(parts), { ...inLanguage, LABEL: letter })];
  const atWork = { ...inLanguage, TYPE: 'WORK' };
  return [contentLine('ADR', escapeComponents(parts), atWork), contentLine('LABEL', escapeText(letter), atWork)];
}

/** What version 3.0 has no property for: the kind, the languages, the directory that lists the unit, the unit above, the person. */
function newerLines({ site, contact, language }: Source): Lines {
  const { directory, organisation } = site;
  const isPart = lineageOf(site, contact).includes(organisation);
  return [
    contentLine('KIND', 'org'),
    ...(contact.languages ?? []).map((code, index) => contentLine('LANG', code, preference(index))),
    // RFC 6715, 2.4
    isPart && directory !== null
      ? contentLine('ORG-DIRECTORY', site.origin + pathOf(site, directory, language.code))
      : undefined,
    contact.parent && contentLine('RELATED', unitUri(site.origin, contact.parent)),
    ...(endingOf(site, contact)?.successors ?? []).map(({ id }) => contentLine('RELATED', unitUri(site.origin, id))),
    contact.person && contentLine('RELATED', escapeText(contact.person), { TYPE: 'contact', VALUE: 'text' }),
  ];
}

/** What a vCard has no property for, in the order of the record. */
function notesOf({ site, contact, words, pick }: Source): string[] {
  const { purpose, contactFor, availability, person } = contact;
  if (endingOf(site, contact)) return [...words.life(contact)];
  return [
    pick(purpose),
    ...words.life(contact),
    contactFor && pick(contactFor),
    availability?.words && pick(availability.words),
    ...(availability?.hours ? words.hours(availability.hours) : []),
    ...channelsOf(contact).map((channel) => (channel.shape === 'note' ? pick(channel.value) : undefined)),
    person && words.person(person),
  ].filter((note) => note !== undefined);
}

/* The syntax of vCard (RFC 6350, 3): content lines and the escapes in their values. */

/** Maximum length of a line in octets, without the line break (RFC 6350, 3.2). */
const maximumLength = 75;

/**
 * A content line, folded, with its line break: `FN;LANGUAGE=fr-BE:Budget`. A line is folded between characters, never inside
 * one, so that every line by itself is valid UTF-8.
 * @param value as written in the file: escaped by `escapeText` or `escapeComponents` unless it is a URI
 * @param group ties lines together, such as a number and its label (RFC 6350, 3.3)
 */
export function contentLine(
  name: string,
  value: string,
  parameters: Readonly<Record<string, string>> = {},
  group?: string,
): string {
  const written = Object.entries(parameters).map(([key, each]) => `;${key}=${parameterValue(each)}`);
  return `${foldLine(`${group === undefined ? '' : `${group}.`}${name}${written.join('')}:${value}`)}\r\n`;
}

/** Escapes a text value (RFC 6350, 3.4), except a semicolon: outside components, address books would show the backslash. */
export function escapeText(value: string): string {
  return value.replace(/[\\,]/g, '\\$&').replaceAll('\n', '\\n');
}

/** Escapes and joins the components of a structured value, such as an address (RFC 6350, 3.4). */
export function escapeComponents(values: readonly string[]): string {
  return values.map((value) => escapeText(value).replaceAll(';', '\\;')).join(';');
}

/** A parameter value: encoded by RFC 6868, in quotes unless it is a plain word; address books need more than RFC 6350, 3.3. */
function parameterValue(value: string): string {
  const encoded = value.replaceAll('^', '^^').replaceAll('\n', '^n').replaceAll('"', "^'");
  return /^[\w-]+$/.test(encoded) ? encoded : `"${encoded}"`;
}

function foldLine(line: string): string {
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > maximumLength) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}
