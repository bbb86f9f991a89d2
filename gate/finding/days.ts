import { isCalendarDate } from '#lib/recognise/dates.ts';

/* Calendar days as YYYY-MM-DD. Comparing two of them as strings compares the days. */

const millisecondsPerDay = 86_400_000;

/** The number of days from one day to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / millisecondsPerDay;
}

/** The day a number of days after another one, or before it when the number is negative. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * millisecondsPerDay).toISOString().slice(0, 10);
}

/** The same day one year later; 1 March for 29 February. */
export function yearAfter(day: string): string {
  const later = new Date(`${day}T00:00:00Z`);
  later.setUTCFullYear(later.getUTCFullYear() + 1);
  return later.toISOString().slice(0, 10);
}

/**
 * The day of a build, YYYY-MM-DD, which decides what is current: `SITE_DAY`, or today in Brussels.
 * @throws Error when `SITE_DAY` is not a day
 */
export function siteDay(environment: { readonly [name: string]: string | undefined }): string {
  const chosen = environment['SITE_DAY'];
  // Swedish dates have the form of ISO 8601.
  if (!chosen) return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels' }).format(new Date());
  if (!isCalendarDate(chosen))
    throw new Error(`SITE_DAY is "${chosen}". Write a day as YYYY-MM-DD: SITE_DAY=2026-11-21`);
  return chosen;
}
