import { z } from 'zod';
import { monthNames } from '../languages/dates.ts';
import type { Language } from '../languages/languages.ts';
import { remember } from '../remember.ts';
import { type Found, foundAt } from './found.ts';

/** A date in a text: a day, a day of every year, or a month. It need not exist in the calendar. */
export interface FoundDate extends Found {
  /** `iso` is `2026-05-01`, `figures` is `1/5/2026`, `words` is `1 mei 2026`. */
  readonly form: 'iso' | 'figures' | 'words';
  readonly year: string | null;
  /** From 1. */
  readonly month: number;
  readonly day: number | null;
}

const inFigures = new RegExp(
  '(?<!\\d)(?:' +
    '(?<isoYear>\\d{4})-(?<isoMonth>\\d{2})-(?<isoDay>\\d{2})|' +
    '(?<day>\\d{1,2})(?<mark>[/.-])(?<month>\\d{1,2})\\k<mark>(?<year>\\d{4}|\\d{2})' +
    ')(?!\\d)',
  'g',
);

/** The dates in a text that are written in figures, with the day before the month except in ISO 8601. */
export function findDatesInFigures(text: string): FoundDate[] {
  return [...text.matchAll(inFigures)].map((match): FoundDate => {
    const { isoYear, isoMonth, isoDay, year = '', month, day } = match.groups ?? {};
    return isoYear === undefined
      ? { ...foundAt(match), form: 'figures', year, month: Number(month), day: Number(day) }
      : { ...foundAt(match), form: 'iso', year: isoYear, month: Number(isoMonth), day: Number(isoDay) };
  });
}

/** Dates that name their month: `1 mei 2026`, `1er mai`, `1. Mai`, `mei 2026`. A month without day and year is a word. */
export function findDatesInWords(text: string, language: Language): FoundDate[] {
  const { names, pattern } = monthsOf(language);
  return [...text.matchAll(pattern)].flatMap((match): FoundDate[] => {
    const [, day = null, name = '', year = null] = match;
    if (day === null && year === null) return [];
    const month = names.indexOf(name.toLowerCase()) + 1;
    return [{ ...foundAt(match), form: 'words', year, month, day: day === null ? null : Number(day) }];
  });
}

/** The names of the months in lower case, January first, and the pattern of a date with one of them. */
const monthsOf = remember((language: Language) => {
  const names = monthNames(language).map((name) => name.toLowerCase());
  const day = '(?<!\\d)(0?[1-9]|[12]\\d|3[01])(?:\\p{L}{1,3}|[.º°])?\\s+';
  const year = '\\s+(\\d{4})(?!\\d)';
  const month = `(?<!\\p{L})(${names.join('|')})(?!\\p{L})`;
  return { names, pattern: new RegExp(`(?:${day})?${month}(?:${year})?`, 'giu') };
});

const isoDate = z.iso.date();

/** Whether a text is an existing calendar day as YYYY-MM-DD. */
export function isCalendarDate(text: string): boolean {
  return isoDate.safeParse(text).success;
}

/** A day as YYYY-MM-DD; null when the calendar has no such day. */
export function calendarDate(year: number, month: number, day: number): string | null {
  const [y, m, d] = [year, month, day].map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0'));
  const text = `${y}-${m}-${d}`;
  return isCalendarDate(text) ? text : null;
}
