import { parsePhoneNumberFromString } from 'libphonenumber-js';
import type { Found } from './found.ts';

/** The country of the site (ISO 3166-1): phone numbers without a country code belong to it, and so do postal addresses. */
export const homeCountry = 'BE';

export interface FoundPhone extends Found {
  /** E.164: `+3225010411`. */
  readonly number: string;
}

/**
 * A candidate starts with `0`, `+` or `(0`, has at least eight digits, and is not part of a longer word, number or address; nor is it
 * the end of an amount, such as `010 000 000` in `1 010 000 000`.
 */
const candidate =
  /(?<![\p{L}\p{N}_@.,/+-])(?!(?<=\d\s)0\d\d(?:\s\d{3})+(?!\d))(?:\+|00|\(?0)\d?(?:[\s./()-]{0,3}\d){7,30}(?![\p{L}\p{N}@]|[./-]\d)/gu;

/** The valid phone numbers in a text, national or international. */
export function findPhones(text: string): FoundPhone[] {
  return [...text.matchAll(candidate)].flatMap((match) => numbersIn(match[0], match.index));
}

/** The longest valid number at the start of a candidate, and those in the rest of it: two numbers may have only a space between them. */
function numbersIn(written: string, start: number): FoundPhone[] {
  for (const { index } of [...written.matchAll(/(?<=\d)(?!\d)/g)].toReversed()) {
    const number = e164Of(written.slice(0, index));
    if (number === null) continue;
    const rest = /(?:\+|\(?0)[\s\S]*/.exec(written.slice(index));
    const others = rest ? numbersIn(rest[0], start + index + rest.index) : [];
    return [{ start, end: start + index, written: written.slice(0, index), number }, ...others];
  }
  return [];
}

/** A phone number in E.164: `02 501 04 11` and `+32 (0)2 501 04 11` are `+3225010411`; null when it is not a valid one. */
export function e164Of(written: string): string | null {
  const number = parsePhoneNumberFromString(written, homeCountry);
  return number?.isValid() && !shortMobile.test(number.number) ? number.number : null;
}

/** A Belgian mobile number has nine digits after the country code; with one fewer, it would pass for a number in Liège. */
const shortMobile = /^\+324[5-9]\d{6}$/;

/** Whether a text is a short number of Belgium: `112`, `1733`, `116000`. It has no form with a country code. */
export function isShortNumber(text: string): boolean {
  return /^(?:1\d{2,3}|116\d{3})$/.test(text);
}

/** Whether a text is a valid phone number in E.164. */
export function isE164(text: string): boolean {
  return e164Of(text) === text;
}
