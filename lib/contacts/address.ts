import { inLanguage, type Language } from '../languages/languages.ts';
import type { Address } from '../records/contact.ts';

/**
 * An address as it stands on a letter, in one language: street and number without comma, box, postcode and city. No country:
 * that is for letters from abroad (bpost, addressing rules).
 */
export function addressLines({ street, box, postcode, city }: Address, language: Language): string[] {
  const streetLine = inLanguage(street, language.code);
  return [
    box === undefined ? streetLine : `${streetLine} ${language.letterBox} ${box}`,
    `${postcode} ${inLanguage(city, language.code)}`,
  ];
}
