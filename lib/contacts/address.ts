import { inLanguage, type Language } from '../languages/languages.ts';
import type { Address } from '../records/contact.ts';
import { type Contact, lineageOf, type Site } from '../site/site.ts';

/** The postal address of a unit: its own, or that of the nearest unit above it; null when none has one. */
export function addressOf(site: Site, contact: Contact): Address | null {
  return lineageOf(site, contact).findLast((unit) => unit.address)?.address ?? null;
}

/** An address as written on a letter, in one language. The country is left out: it is for letters from abroad (bpost). */
export function addressLines({ street, box, postcode, city }: Address, language: Language): string[] {
  const streetLine = inLanguage(street, language.code);
  return [
    box === undefined ? streetLine : `${streetLine} ${language.letterBox} ${box}`,
    `${postcode} ${inLanguage(city, language.code)}`,
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
