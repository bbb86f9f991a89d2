import { parsePhoneNumberFromString } from 'libphonenumber-js';

/**
 * A number as Belgians write it, with no-break spaces: `+3225010411` is `02 501 04 11`.
 * @param e164 a valid number, as the schema demands
 */
export function formatPhone(e164: string): string {
  const number = parsePhoneNumberFromString(e164);
  if (!number) throw new Error(`"${e164}" is not a phone number.`);
  return number.formatNational().replaceAll(' ', '\u00a0');
}
