import { inLanguage, type Language, type Translated } from '#lib/languages/languages.ts';
import { unitUri, type VcardVersion, vcardPath } from '#lib/open-data/data-paths.ts';
import type { VcardWords } from '#lib/open-data/vcard.ts';
import type { Address } from '#lib/records/contact.ts';
import { type Contact, directoryPath, pageOf, type Site, twinOf } from '#lib/site/site.ts';

/** A text and the language that it is marked with. */
export interface MarkedText {
  readonly text: string;
  readonly language: string | null;
}

/** The content of a vCard, independent of its writer and its reader. */
export interface VcardFacts {
  readonly uid: string;
  readonly source: string;
  /** YYYY-MM-DD */
  readonly revised: string;
  /** Null in version 3.0, which has no property for it; so are the languages, the directory, the unit above and the person. */
  readonly kind: string | null;
  readonly name: MarkedText;
  /** The components of the name by which an address book sorts. */
  readonly sortName: readonly string[];
  /** Whether Apple's address book shows the organisation instead of the name. */
  readonly isShownAsOrganisation: boolean;
  /** From the widest unit to this one. */
  readonly organisation: readonly string[];
  readonly nicknames: readonly MarkedText[];
  /** The most preferred first. */
  readonly phones: readonly { readonly number: string; readonly label: string | null }[];
  readonly email: string | null;
  readonly form: string | null;
  readonly address: readonly string[] | null;
  /** The address as the lines of a letter. */
  readonly letter: string | null;
  readonly web: readonly string[];
  readonly languages: readonly string[];
  readonly directory: string | null;
  readonly parent: string | null;
  readonly person: string | null;
  readonly note: MarkedText;
}

/** The facts that the vCard of a unit must have, read from its record by code of the tests alone. */
export function expectedFacts(
  site: Site,
  contact: Contact,
  language: Language,
  words: VcardWords,
  version: VcardVersion,
): VcardFacts {
  const facts = newerFacts(site, contact, language, words);
  if (version === '4.0') return facts;
  const withoutLanguage = ({ text }: MarkedText): MarkedText => ({ text, language: null });
  return {
    ...facts,
    source: site.origin + vcardPath(contact.id, language.code, version),
    kind: null,
    name: withoutLanguage(facts.name),
    isShownAsOrganisation: contact.parent === undefined,
    nicknames: facts.nicknames.map(withoutLanguage),
    form: null,
    web: [...(facts.form === null ? [] : [facts.form]), ...facts.web],
    languages: [],
    directory: null,
    parent: null,
    person: null,
    note: withoutLanguage(facts.note),
  };
}

function newerFacts(site: Site, contact: Contact, language: Language, words: VcardWords): VcardFacts {
  const { organisation, origin } = site;
  const { code, tag } = language;
  const pick = (value: Translated) => inLanguage(value, code);
  const optional = (value: Translated | undefined) => (value ? [pick(value)] : []);
  const isOwn = contact.id === organisation.id || contact.parent === organisation.id;
  const names = [...(contact.parent === undefined ? [] : [pick(organisation.name)]), pick(contact.name)];
  const { address } = contact.address || !isOwn ? contact : organisation;
  const { phone = [], email = null, form } = contact.channels ?? {};
  const page = (key: string) => origin + twinOf(pageOf(site, key), code).path;
  const home = contact.id === organisation.id ? [page('home')] : [];
  const web = [...optional(contact.website), ...home, ...(contact.page ? [page(contact.page)] : [])];
  const entry = site.directory === null ? [] : [origin + directoryPath(site, contact.id, code)];
  return {
    uid: unitUri(origin, contact.id),
    source: origin + vcardPath(contact.id, code, '4.0'),
    revised: contact.verified,
    kind: 'org',
    name: { text: names.toReversed().join(' – '), language: tag },
    sortName: [names.toReversed().join(' – '), '', '', '', ''],
    isShownAsOrganisation: false,
    organisation: names,
    nicknames: [
      ...optional(contact.abbreviation).map((text) => ({ text, language: tag })),
      ...optional(contact.brand).map((text) => ({ text, language: contact.brandLanguage ?? tag })),
    ],
    phones: phone.map(({ number, label }) => ({ number, label: label ? pick(label) : null })),
    email,
    form: form ? pick(form) : null,
    ...expectedAddress(address, names, language),
    web: web.length > 0 ? web : entry,
    languages: contact.languages ?? [],
    directory: isOwn && site.directory !== null ? page(site.directory) : null,
    parent: contact.parent === undefined ? null : unitUri(origin, contact.parent),
    person: contact.person ?? null,
    note: { text: expectedNote(contact, language, words), language: tag },
  };
}

function expectedAddress(
  address: Address | undefined,
  names: readonly string[],
  { code, letterBox }: Language,
): Pick<VcardFacts, 'address' | 'letter'> {
  if (!address) return { address: null, letter: null };
  const { box, postcode } = address;
  const [street, city, country] = [address.street, address.city, address.country].map((each) =>
    inLanguage(each, code),
  ) as [string, string, string];
  const isHome = inLanguage(address.country, 'fr') === 'Belgique';
  const streetLine = box ? `${street} ${letterBox} ${box}` : street;
  return {
    address: ['', '', streetLine, city, '', postcode, country],
    letter: [...names, streetLine, `${postcode} ${city}`, ...(isHome ? [] : [country])].join('\n'),
  };
}

function expectedNote(contact: Contact, { code }: Language, words: VcardWords): string {
  const { purpose, contactFor, availability, channels, person } = contact;
  const optional = (value: Translated | undefined) => (value ? [inLanguage(value, code)] : []);
  return [
    ...optional(purpose),
    ...words.life(contact),
    ...optional(contactFor),
    ...optional(availability?.words),
    ...(availability?.hours ? words.hours(availability.hours) : []),
    ...optional(channels?.post),
    ...optional(channels?.visit),
    ...(person ? [words.person(person)] : []),
  ].join('\n');
}
