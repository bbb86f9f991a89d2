import { formatDay } from '#lib/languages/dates.ts';
import type { Language } from '#lib/languages/languages.ts';
import { calendarDate, findDatesInFigures, findDatesInWords } from '#lib/recognise/dates.ts';
import { findAmounts, grouped, groupSeparator } from '#lib/recognise/numbers.ts';
import type { Finding } from '../finding/finding.ts';
import type { Range, Words } from './words.ts';

/*
 * Dates and numbers as the house writes them: `1 mei 2026`, `1er mai 2026`, and thousands in groups of three.
 * What is right in a language comes from the conventions of the platform (Intl), not from a table of ours.
 */

/** C101: a date in figures, with a leading zero, with a capital or with an ordinal that the house does not write. */
export function checkDates(words: Words): Finding[] {
  return [...datesInFigures(words), ...datesInWords(words)];
}

function* datesInFigures(words: Words): Generator<Finding> {
  for (const date of findDatesInFigures(words.text)) {
    const { form, year, month, day } = date;
    if (year === null || day === null || !isApart(words.text, date)) continue;
    // Two figures can be a year only between slashes: `1.2.26` is the number of a paragraph.
    if (year.length === 2 && !date.written.includes('/')) continue;
    const replacement = houseDate(Number(year) + (year.length === 2 ? 2000 : 0), month, day, words.language);
    if (!replacement) continue;
    // Day and month can be told apart when one of them cannot be a month, or when the year comes first.
    const isClear = form === 'iso' || day > 12 || day === month;
    const details = { found: date.written, replacement };
    yield words.finding('C101', date, details, isClear ? replacement : undefined);
  }
}

/** Whether a date in figures is not part of a longer number, word or path. */
function isApart(text: string, { start, end }: Range): boolean {
  return (
    !/[\p{L}./-]$/u.test(text.slice(Math.max(0, start - 2), start)) &&
    !/^(?:[\p{L}/-]|\.\d)/u.test(text.slice(end, end + 2))
  );
}

/** An existing day as the house writes it, with ordinary spaces; null when the calendar has no such day. */
function houseDate(year: number, month: number, day: number, language: Language): string | null {
  const date = calendarDate(year, month, day);
  return date && formatDay(date, language).replaceAll('\u00a0', ' ');
}

/** A year in which every day of every month exists. */
const leapYear = 2024;

function* datesInWords(words: Words): Generator<Finding> {
  for (const { start, written, month, day } of findDatesInWords(words.text, words.language)) {
    if (day === null || /[\p{L}.,/-]$/u.test(words.text.slice(Math.max(0, start - 2), start))) continue;
    const found = written.replace(/\s+\d{4}$/, '');
    const replacement = houseDate(leapYear, month, day, words.language)?.replace(/ \d{4}$/, '');
    if (replacement === undefined || replacement === found.replace(/\s+/g, ' ')) continue;
    yield words.finding('C101', { start, end: start + found.length }, { found, replacement }, replacement);
  }
}

/** C102: thousands without groups, or with the mark of another language between the groups. */
export function checkNumbers(words: Words): Finding[] {
  const separator = groupSeparator(words.language);
  return findAmounts(words.text).flatMap((amount) => {
    // `EN 301 549` is the name of a standard, not an amount.
    const before = words.text.slice(Math.max(0, amount.start - 12), amount.start);
    if (amount.separator === separator || /\p{Lu}{2,} $/u.test(before)) return [];
    const replacement = grouped(amount.written, separator);
    // A comma may be that of a decimal, and a row of digits the number of a file.
    const isClear = amount.separator !== null && amount.separator !== ',';
    const details = { found: amount.written, replacement };
    return [words.finding('C102', amount, details, isClear ? replacement : undefined)];
  });
}
