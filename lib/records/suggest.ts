import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { fold } from '../languages/fold.ts';

/*
 * What an editor most probably meant by a value that has not the right form. Each takes what was written and gives the value to
 * write, or null when it cannot tell.
 */

/** How a field asks for its form: what is found when a value has another, and how to write it well. */
export interface Form {
  readonly code: string;
  readonly suggest?: (written: string) => string | null;
  /** Whether the suggestion is the same value in another form, so that a program may write it. */
  readonly isSafe?: boolean;
}

/** The country whose numbers are written without their country code. */
const homeCountry = 'BE';

/** `02 501 04 11` and `+32 (0)2 501 04 11` as E.164: `+3225010411`. */
export function suggestPhone(written: string): string | null {
  if (/\p{L}/u.test(written)) return null;
  const number = parsePhoneNumberFromString(written, homeCountry);
  return number?.isValid() ? number.number : null;
}

/** `1000 ` and `B-1000` as `1000`. */
export function suggestPostcode(written: string): string | null {
  return /^(?:be?[-\s]?)?([1-9]\d{3})$/i.exec(written.replace(/[\s.]/g, ''))?.[1] ?? null;
}

/** `9:00`, `9u`, `9h30` and `09.00` as `09:00`. */
export function suggestTime(written: string): string | null {
  const [, hour = '', minute = '00'] =
    /^(\d{1,2})(?:\s?(?:[:.uh]|uur|heures?)\s?(\d{2})?)?$/i.exec(written.trim()) ?? [];
  return hour !== '' && Number(hour) < 24 && Number(minute) < 60
    ? `${hour.padStart(2, '0')}:${minute}`
    : null;
}

/** `2026-5-1` and `2026/05/01` as `2026-05-01`. */
export function suggestDate(written: string): string | null {
  const [, year, month = '', day = ''] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(written.trim()) ?? [];
  return year ? existing(year, month, day) : null;
}

/** The day, when there is one: the calendar puts the 30th of February into March. */
function existing(year: string, month: string, day: string): string | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : null;
}

/** ` <mailto:a@b.be>.` as `a@b.be`. */
export function suggestEmail(written: string): string | null {
  const bare = written
    .trim()
    .replace(/^<?(?:mailto:)?\s*/i, '')
    .replace(/\s*>?[\s.,;]*$/, '');
  return bare !== written && /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(bare) ? bare : null;
}

/** `Diensten/ICT & support` as `diensten/ict-support`. */
export function suggestSlug(written: string): string | null {
  const slug = fold(written)
    .split('/')
    .map((part) => part.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, ''))
    .filter((part) => part !== '')
    .join('/');
  return slug === '' ? null : slug;
}
