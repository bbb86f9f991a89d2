import { inLanguage, type Language, type Translated } from '#lib/languages/languages.ts';
import { unitUri, vcardPath } from '#lib/open-data/data-paths.ts';
import type { VcardWords } from '#lib/open-data/vcard.ts';
import { type Contact, directoryPath, pageOf, type Site, twinOf } from '#lib/site/site.ts';

/** A text and the language that it is said to be in. */
export interface Said {
  readonly text: string;
  readonly language: string | null;
}

/** What a vCard tells about a unit, whoever wrote or read it. */
export interface CardFacts {
  readonly uid: string;
  readonly source: string;
  /** YYYY-MM-DD */
  readonly revised: string;
  readonly kind: string;
  readonly name: Said;
  /** From the widest unit to this one. */
  readonly organisation: readonly string[];
  readonly nicknames: readonly Said[];
  /** The most preferred first. */
  readonly phones: readonly { readonly number: string; readonly label: string | null }[];
  readonly email: string | null;
  readonly form: string | null;
  readonly address: readonly string[] | null;
  /** The address as it stands on a letter. */
  readonly letter: string | null;
  readonly web: readonly string[];
  readonly languages: readonly string[];
  readonly directory: string | null;
  readonly parent: string | null;
  readonly person: string | null;
  readonly note: Said;
}

/** What the card of a unit must tell, read from the record by hand. */
export function expectedFacts(
  site: Site,
  contact: Contact,
  { code, tag, letterBox }: Language,
  words: VcardWords,
): CardFacts {
  const { organisation, origin } = site;
  const say = (value: Translated) => inLanguage(value, code);
  const maybe = (value: Translated | undefined) => (value ? [say(value)] : []);
  const isOwn = contact.id === organisation.id || contact.parent === organisation.id;
  const above = contact.parent === undefined ? [] : [say(organisation.name)];
  const owner = contact.address || !isOwn ? contact : organisation;
  const street = owner.address && say(owner.address.street);
  const box = owner.address?.box;
  const streetLine = box ? `${street} ${letterBox} ${box}` : street;
  const page = (key: string) => origin + twinOf(pageOf(site, key), code).path;
  const home = contact.id === organisation.id ? [page('home')] : [];
  const web = [...maybe(contact.website), ...home, ...(contact.page ? [page(contact.page)] : [])];
  const entry = site.directory === null ? [] : [origin + directoryPath(site, contact.id, code)];
  return {
    uid: unitUri(origin, contact.id),
    source: origin + vcardPath(contact.id, code),
    revised: contact.verified,
    kind: 'org',
    name: { text: say(contact.name), language: tag },
    organisation: [...above, say(contact.name)],
    nicknames: [
      ...maybe(contact.abbreviation).map((text) => ({ text, language: tag })),
      ...maybe(contact.brand).map((text) => ({ text, language: contact.brandLanguage ?? tag })),
    ],
    phones: (contact.channels?.phone ?? []).map(({ number, label }) => ({
      number,
      label: label ? say(label) : null,
    })),
    email: contact.channels?.email ?? null,
    form: contact.channels?.form ? say(contact.channels.form) : null,
    address: owner.address
      ? [
          '',
          '',
          streetLine ?? '',
          say(owner.address.city),
          '',
          owner.address.postcode,
          say(owner.address.country),
        ]
      : null,
    letter: owner.address
      ? [
          ...above,
          say(contact.name),
          streetLine,
          `${owner.address.postcode} ${say(owner.address.city)}`,
        ].join('\n')
      : null,
    web: web.length > 0 ? web : entry,
    languages: contact.languages ?? [],
    directory: isOwn && site.directory !== null ? page(site.directory) : null,
    parent: contact.parent === undefined ? null : unitUri(origin, contact.parent),
    person: contact.person ?? null,
    note: {
      text: [
        say(contact.purpose),
        ...maybe(contact.contactFor),
        ...maybe(contact.availability?.words),
        ...(contact.availability?.hours ? words.hours(contact.availability.hours) : []),
        ...maybe(contact.channels?.post),
        ...maybe(contact.channels?.visit),
        ...(contact.person ? [words.person(contact.person)] : []),
      ].join('\n'),
      language: tag,
    },
  };
}
