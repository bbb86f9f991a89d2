import { parsePhoneNumberFromString } from 'libphonenumber-js';

/** A number in E.164 as it is dialled in its country, with no-break spaces: `+3225010411` becomes `02 501 04 11`. */
export function formatPhone(e164: string): string {
  const number = parsePhoneNumberFromString(e164);
  if (!number) throw new Error(`"${e164}" is not a phone number.`);
  return number.formatNational().replaceAll(' ', '\u00a0');
}
