import { isCalendarDate } from '#lib/recognise/dates.ts';

/* The properties that a file states, in the form of the site; null for one that is missing or wrong. */

/** A title, as one line. */
export function wordsOf(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: titles of some programs end in one
  const words = value.replace(/[\s\u0000-\u001f]+/g, ' ').trim();
  return words === '' ? null : words;
}

/** A language tag in its usual form (BCP 47). */
export function tagOf(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  try {
    return Intl.getCanonicalLocales(value.trim())[0] ?? null;
  } catch {
    return null;
  }
}

/** The day of `D:20260312…` (ISO 32000-2, 7.9.4) or `2026-03-12T…` (ISO 8601), YYYY-MM-DD. */
export function dayOf(value: unknown): string | null {
  const [, year, month, day] = /^(?:D:)?(\d{4})-?(\d\d)-?(\d\d)/.exec(typeof value === 'string' ? value : '') ?? [];
  const date = `${year}-${month}-${day}`;
  return isCalendarDate(date) ? date : null;
}
