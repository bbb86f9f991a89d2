import { inLanguage, type Language } from '../languages/languages.ts';
import { countryOf } from '../recognise/countries.ts';
import { homeCountry } from '../recognise/phones.ts';
import type { Address } from '../records/contact.ts';
import { type Contact, directoryPath, homeKey, lineageOf, pathOf, type Site } from '../site/site.ts';

/** The postal address of a unit: its own, or that of the nearest unit above it; null when none has one. */
export function addressOf(site: Site, contact: Contact): Address | null {
  return lineageOf(site, contact).findLast((unit) => unit.address)?.address ?? null;
}

/** The country of an address (ISO 3166-1). */
export function countryOfAddress({ country }: Address, language: Language): string {
  return countryOf(inLanguage(country, language.code), language) ?? homeCountry;
}

/** An address as written on a letter, in one language. The country is only for letters to another one (bpost). */
export function addressLines(address: Address, language: Language): string[] {
  const { street, box, postcode, city, country } = address;
  const streetLine = inLanguage(street, language.code);
  const isAbroad = countryOfAddress(address, language) !== homeCountry;
  return [
    box === undefined ? streetLine : `${streetLine} ${language.letterBox} ${box}`,
    `${postcode} ${inLanguage(city, language.code)}`,
    ...(isAbroad ? [inLanguage(country, language.code)] : []),
  ];
}

/** The house number of an address, which ends its street: `16` in `Wetstraat 16`; null without one. */
export function houseNumber({ street }: Address, { code }: Language): string | null {
  return /\d\S*$/.exec(inLanguage(street, code))?.[0] ?? null;
}

/**
 * The lines of a letter to a unit: the addressee, the widest unit first, then the address (bpost, addressing rules).
 * @returns null when neither the unit nor a unit above it has an address
 */
export function letterLines(site: Site, contact: Contact, language: Language): string[] | null {
  const address = addressOf(site, contact);
  if (!address) return null;
  const names = lineageOf(site, contact).map(({ name }) => inLanguage(name, language.code));
  return [...names, ...addressLines(address, language)];
}

/** The URLs of a unit: its own site (the organisation's is this one), then its page here; without either, its directory entry. */
export function webUrls(site: Site, contact: Contact, { code }: Language): string[] {
  const { website, page, id } = contact;
  const urlOf = (key: string) => site.origin + pathOf(site, key, code);
  const own = website ? inLanguage(website, code) : id === site.organisation.id && urlOf(homeKey);
  const urls = [own, page && urlOf(page)].filter((url) => typeof url === 'string');
  if (urls.length > 0 || site.directory === null) return urls;
  return [site.origin + directoryPath(site, id, code)];
}
