import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { type Found, foundAt } from './found.ts';

/** The country of the site (ISO 3166-1): phone numbers without a country code belong to it, and so do postal addresses. */
export const homeCountry = 'BE';

/** A phone number in a text. */
export interface FoundPhone extends Found {
  /** E.164: `+3225010411`. */
  readonly number: string;
}

/**
 * A candidate starts with `0`, `+` or `(0`, has at least eight digits, and is not part of a longer word, number or address; nor is it
 * the end of an amount, such as `010 000 000` in `1 010 000 000`.
 */
const candidate =
  /(?<![\p{L}\p{N}_@.,/+-])(?!(?<=\d\s)0\d\d(?:\s\d{3})+(?!\d))(?:\+|00|\(?0)\d?(?:[\s./()-]{0,3}\d){7,14}(?![\p{L}\p{N}@]|[./-]\d)/gu;

/** The valid phone numbers in a text, national or international. */
export function findPhones(text: string): FoundPhone[] {
  return [...text.matchAll(candidate)].flatMap((match) => {
    const number = e164Of(match[0]);
    return number === null ? [] : [{ ...foundAt(match), number }];
  });
}

/** A phone number in E.164: `02 501 04 11` and `+32 (0)2 501 04 11` are `+3225010411`; null when it is not a valid one. */
export function e164Of(written: string): string | null {
  const number = parsePhoneNumberFromString(written, homeCountry);
  return number?.isValid() ? number.number : null;
}

/** Whether a text is a valid phone number in E.164. */
export function isE164(text: string): boolean {
  return e164Of(text) === text;
}
