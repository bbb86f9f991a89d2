import type { Language } from './languages.ts';

/** The days of the week in the order of ISO 8601. */
export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof weekdays)[number];

/** A day, YYYY-MM-DD, in words with no-break spaces: `2026-05-01` becomes `1 mei 2026`, `1er mai 2026`. */
export function formatDay(day: string, language: Language): string {
  const format = new Intl.DateTimeFormat(language.tag, { dateStyle: 'long', timeZone: 'UTC' });
  return (
    format
      .formatToParts(new Date(`${day}T00:00:00Z`))
      .map(({ type, value }) => (type === 'day' && value === '1' ? language.firstOfMonth : value))
      .join('')
      // The full stop of an ordinal day belongs to it or to the separator, never to both.
      .replace('..', '.')
      .replaceAll(' ', '\u00a0')
  );
}

/** The name of a day of the week; 5 January 2026 is a Monday. */
export function nameOfWeekday(day: Weekday, language: Language, weekday: 'long' | 'short' = 'long'): string {
  const format = new Intl.DateTimeFormat(language.tag, { weekday, timeZone: 'UTC' });
  return format.format(Date.UTC(2026, 0, 5 + weekdays.indexOf(day)));
}

/** The names of the months, January first, as the language writes them in a date. */
export function monthNames({ tag }: Language): string[] {
  const format = new Intl.DateTimeFormat(tag, { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2000, month)));
}
