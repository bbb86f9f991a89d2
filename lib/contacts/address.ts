import type { Address } from '../content/contact-schema.ts';
import { inLanguage, type Language } from '../i18n/languages.ts';

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
