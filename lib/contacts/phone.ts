import { getCountryCallingCode, parsePhoneNumberFromString } from 'libphonenumber-js';
import { homeCountry, isShortNumber } from '../recognise/phones.ts';

/** A number as people dial it from Belgium, with no-break spaces: `02 501 04 11` for `+3225010411`, `116 000` for `116000`. */
export function formatPhone(written: string): string {
  if (isShortNumber(written)) return written.replace(/^(\d{3})(\d{3})$/, '$1\u00a0$2');
  const number = parsePhoneNumberFromString(written);
  if (!number) throw new Error(`"${written}" is not a phone number.`);
  const isHome = number.countryCallingCode === getCountryCallingCode(homeCountry);
  return (isHome ? number.formatNational() : number.formatInternational()).replaceAll(' ', '\u00a0');
}

/** A number in E.164 as it is dialled from anywhere, with ordinary spaces, for copying and for address books: `+32 2 501 04 11`. */
export function internationalPhone(e164: string): string {
  return parsePhoneNumberFromString(e164)?.formatInternational() ?? e164;
}
