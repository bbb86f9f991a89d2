import { inLanguage, type Language } from '../languages/languages.ts';
import { type Contact, lineageOf, type Site } from '../site/site.ts';
import { addressLines } from './address.ts';

/**
 * A letter to a unit, line by line: whom it is for, the widest unit first, then the address of the unit or of the nearest one
 * that it is a part of (bpost, addressing rules). Null for a unit without any address.
 */
export function letterLines(site: Site, contact: Contact, language: Language): string[] | null {
  const lineage = lineageOf(site, contact);
  const address = lineage.findLast((unit) => unit.address)?.address;
  if (!address) return null;
  return [...lineage.map(({ name }) => inLanguage(name, language.code)), ...addressLines(address, language)];
}
