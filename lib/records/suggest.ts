import { fold } from '../languages/fold.ts';
import { isEmail } from '../recognise/addresses.ts';
import { calendarDate } from '../recognise/dates.ts';
import { e164Of } from '../recognise/phones.ts';

/* Suggestions for values in the wrong form: the value to write for a written one, or null without a guess. */

/** The `params` of a refinement on the form of a field. */
export interface Form {
  /** Code of the finding for a value in another form. */
  readonly code: string;
  readonly suggest?: (written: string) => string | null;
  /** Whether the suggestion is the same value in another form, so that `--fix` may write it. */
  readonly isSafe?: boolean;
}

/** `02 501 04 11` and `+32 (0)2 501 04 11` as E.164: `+3225010411`. */
export function suggestPhone(written: string): string | null {
  return /\p{L}/u.test(written) ? null : e164Of(written);
}

/** `1000 ` and `B-1000` as `1000`. */
export function suggestPostcode(written: string): string | null {
  return /^(?:be?[-\s]?)?([1-9]\d{3})$/i.exec(written.replace(/[\s.]/g, ''))?.[1] ?? null;
}

/** `9:00`, `9u`, `9h30` and `09.00` as `09:00`. */
export function suggestTime(written: string): string | null {
  const [, hour = '', minute = '00'] =
    /^(\d{1,2})(?:\s?(?:[:.uh]|uur|heures?)\s?(\d{2})?)?$/i.exec(written.trim()) ?? [];
  return hour !== '' && Number(hour) < 24 && Number(minute) < 60 ? `${hour.padStart(2, '0')}:${minute}` : null;
}

/** `2026-5-1` and `2026/05/01` as `2026-05-01`. */
export function suggestDate(written: string): string | null {
  const [, year, month, day] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(written.trim()) ?? [];
  return calendarDate(Number(year), Number(month), Number(day));
}

/** ` <mailto:a@b.be>.` as `a@b.be`. */
export function suggestEmail(written: string): string | null {
  const bare = written
    .trim()
    .replace(/^<?(?:mailto:)?\s*/i, '')
    .replace(/\s*>?[\s.,;]*$/, '');
  return bare !== written && isEmail(bare) ? bare : null;
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
