import type {
  ContactPoint,
  GovernmentOrganization,
  OpeningHoursSpecification,
  Organization,
  PostalAddress,
} from 'schema-dts';
import { addressLines, countryOfAddress, webUrls } from '../contacts/address.ts';
import { channelsOf } from '../contacts/channels.ts';
import type { Weekday } from '../languages/dates.ts';
import { inLanguage, type Language } from '../languages/languages.ts';
import { unitUri } from '../open-data/data-paths.ts';
import { homeCountry } from '../recognise/phones.ts';
import type { ContactKind } from '../records/contact.ts';
import { endingOf } from '../site/life.ts';
import { type Contact, contactOf, type Site } from '../site/site.ts';

/** The schema.org type of each kind of unit; nothing that the sources do not state. */
const types = {
  organisation: 'GovernmentOrganization',
  'support-service': 'GovernmentOrganization',
  'attached-service': 'GovernmentOrganization',
  'cultural-institution': 'Organization',
  authority: 'GovernmentOrganization',
} as const satisfies Record<ContactKind, string>;

/**
 * The schema.org node of a unit in one language. The unit above it is its `parentOrganization`, the units below it are its
 * departments; a service that was set up at an organisation is neither. The contact person is left out: search engines keep a
 * name after it has been corrected.
 * @param options `brief` leaves out what the unit does and its address, which the open data have
 */
export function unitNode(
  site: Site,
  contact: Contact,
  language: Language,
  { brief = false } = {},
): GovernmentOrganization | Organization {
  const { id, kind, parent, abbreviation, brand, from, until } = contact;
  const names = [abbreviation, brand].flatMap((name) => (name ? inLanguage(name, language.code) : []));
  const parts = site.contacts.filter((each) => each.parent === id);
  const departments = parts.map((each) => ({ '@id': unitUri(site.origin, each.id) }));
  const ending = endingOf(site, contact);
  const contactPoints = ending ? [] : contactPointsOf(contact, language);
  const address = ending || brief ? null : addressOf(contact, language);
  const [url] = webUrls(site, contact, language);
  return {
    ...reference(site, contact, language),
    '@type': types[kind],
    ...(names.length > 0 ? { alternateName: names } : {}),
    ...(from !== undefined && (until === undefined || from <= until) && { foundingDate: from }),
    ...(ending && { dissolutionDate: ending.until }),
    ...(brief ? {} : { description: inLanguage(contact.purpose, language.code) }),
    ...(url === undefined ? {} : { url }),
    ...(address ? { address } : {}),
    ...(contactPoints.length > 0 ? { contactPoint: contactPoints } : {}),
    ...(parent && { parentOrganization: reference(site, contactOf(site, parent), language) }),
    ...(departments.length > 0 && { department: departments }),
  };
}

/** A unit by URI, type and name, for nodes that refer to it. */
export function reference({ origin }: Site, { id, kind, name }: Contact, { code }: Language) {
  return { '@type': types[kind], '@id': unitUri(origin, id), name: inLanguage(name, code) } as const;
}

function addressOf({ address }: Contact, language: Language): PostalAddress | null {
  if (!address) return null;
  const [street = ''] = addressLines(address, language);
  return {
    '@type': 'PostalAddress',
    streetAddress: street,
    postalCode: address.postcode,
    addressLocality: inLanguage(address.city, language.code),
    addressCountry: countryOfAddress(address, language),
  };
}

/** One contact point for each number; the other channels and the hours belong to the first. */
function contactPointsOf(contact: Contact, { code }: Language): ContactPoint[] {
  const { contactFor, availability, languages } = contact;
  const hours = hoursOf(availability);
  const own = channelsOf(contact).filter(({ rule }) => rule.schemaOrg);
  const numbers = own.flatMap(({ shape, rule: { schemaOrg = '' }, value }) =>
    shape === 'numbers' ? value.map(({ number, label }) => ({ label, values: { [schemaOrg]: number } })) : [],
  );
  const others = own.flatMap(({ shape, rule: { schemaOrg = '' }, value }): [string, string][] => {
    if (shape === 'mailbox') return [[schemaOrg, value]];
    return shape === 'page' ? [[schemaOrg, inLanguage(value, code)]] : [];
  });
  if (own.length === 0 && hours.length === 0) return [];
  return (numbers.length > 0 ? numbers : [{ label: undefined, values: {} }]).map(
    ({ label, values }, index): ContactPoint => {
      const purpose = label ?? contactFor;
      return {
        '@type': 'ContactPoint',
        ...(purpose && { contactType: inLanguage(purpose, code) }),
        ...values,
        ...(index === 0 && Object.fromEntries(others)),
        ...(index === 0 && hours.length > 0 && { hoursAvailable: hours }),
        ...(languages && { availableLanguage: languages }),
        areaServed: homeCountry,
      };
    },
  );
}

/** Opening hours and their exceptions, which override them; an exception without hours means closed (schema.org). */
function hoursOf({ hours = [], exceptions = [] }: Contact['availability'] = {}): OpeningHoursSpecification[] {
  const days = [
    ...hours.map(({ days, ...times }) => ({ dayOfWeek: days.map(dayOfWeek), ...timesOf(times) })),
    ...exceptions.map(({ from, until = from, opens, closes }) => ({
      validFrom: from,
      validThrough: until,
      ...(opens && closes && timesOf({ opens, closes })),
    })),
  ];
  return days.map((each) => ({ '@type': 'OpeningHoursSpecification', ...each }));
}

/** Hours as schema.org writes them: a day ends at 00:00, and hours past midnight close before they open. */
function timesOf({ opens, closes }: { readonly opens: string; readonly closes: string }) {
  return { opens, closes: closes === '24:00' ? '00:00' : closes };
}

/** A day of the week by its URI: `https://schema.org/Monday`. */
function dayOfWeek(day: Weekday) {
  return { '@id': `https://schema.org/${day.charAt(0).toUpperCase()}${day.slice(1)}` };
}
