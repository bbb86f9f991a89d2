import { parsePhoneNumberFromString } from 'libphonenumber-js';

/**
 * Formats a number as it is dialled in its country, with no-break spaces: `+3225010411` becomes `02 501 04 11`.
 * @param e164 a valid number
 * @throws Error when it is not a phone number
 */
export function formatPhone(e164: string): string {
  const number = parsePhoneNumberFromString(e164);
  if (!number) throw new Error(`"${e164}" is not a phone number.`);
  return number.formatNational().replaceAll(' ', '\u00a0');
}
