import { formatDay, nameOfWeekday, weekdays } from '#lib/languages/dates.ts';
import type { Language } from '#lib/languages/languages.ts';
import { calendarDate, type FoundDate, findDatesInFigures, findDatesInWords } from '#lib/recognise/dates.ts';
import { decimalMark, findAmounts, findDecimals, grouped, groupSeparator } from '#lib/recognise/numbers.ts';
import { remember } from '#lib/remember.ts';
import { type Finding, rule } from '../finding/finding.ts';
import type { Prose, Range } from './prose.ts';

/* Dates and amounts in the house style, `1 mei 2026`, `1er mai 2026`, `1 000`; the conventions of each language come from Intl. */

/** A date in figures, with a leading zero, a capital or another ordinal. */
export const dateStyle = rule({ code: 'C101', severity: 'warning', guide: 'typography' });
/** A day that no calendar has, or the name of another weekday before it. */
export const impossibleDay = rule({ code: 'C046', severity: 'error', guide: 'typography' });
/** An amount without groups of three digits, or with another mark between them. */
export const amountStyle = rule({ code: 'C102', severity: 'warning', guide: 'typography' });

/**
 * Reports dates in another style (C101) and days that cannot be (C046).
 * @param languages those of the site: a date may have the month of another one
 */
export function checkDates(prose: Prose, languages: readonly Language[]): Finding[] {
  const inFigures = findDatesInFigures(prose.text).filter((date) => isApart(prose.text, date));
  const inWords = findDatesInWords(prose.text, prose.language);
  const foreign = languages
    .filter((each) => each !== prose.language)
    .flatMap((each) => findDatesInWords(prose.text, each))
    .filter(({ start, end }) => !inWords.some((own) => own.start < end && start < own.end));
  return [
    ...datesInFigures(prose, inFigures),
    ...datesInWords(prose, inWords),
    // The text around it may be in that language too.
    ...[...datesInWords(prose, foreign)].map(({ fix, ...finding }) => finding),
    ...[...inFigures, ...inWords].flatMap((date) => checkDay(prose, date)),
  ];
}

const namesOfWeekdays = remember((language: Language) =>
  weekdays.map((each) => nameOfWeekday(each, language).toLowerCase()),
);

/** C046: before 1600 the calendar may be another one, and other figures than `31/2/2027` may be no date. */
function checkDay(prose: Prose, { start, end, written, form, year, month, day }: FoundDate): Finding[] {
  if (day === null || (form !== 'words' && !written.includes('/')) || (year !== null && Number(year) < 1600)) return [];
  // `12/34/2026` may be the number of a file.
  if (year?.length === 2 || month > 12 || day > 31) return [];
  const date = calendarDate(Number(year ?? leapYear), month, day);
  if (!date) return [impossibleDay.at(prose.place({ start, end }), { kind: 'calendar', found: written, right: '' })];
  const [before = '', name = ''] = /(\p{L}+)\.?,?\s+$/u.exec(prose.text.slice(Math.max(0, start - 20), start)) ?? [];
  const names = namesOfWeekdays(prose.language);
  const right = names[(new Date(date).getUTCDay() + 6) % 7] ?? '';
  if (year === null || !names.includes(name.toLowerCase()) || name.toLowerCase() === right) return [];
  const range = { start: start - before.length, end };
  return [impossibleDay.at(prose.place(range), { kind: 'weekday', found: before + written, right })];
}

function* datesInFigures(prose: Prose, dates: readonly FoundDate[]): Generator<Finding> {
  for (const date of dates) {
    const { form, year, month, day } = date;
    if (year === null || day === null) continue;
    // A year of two figures only counts between slashes: `1.2.26` is the number of a paragraph.
    if (year.length === 2 && !date.written.includes('/')) continue;
    // `12/31/2026` has the month first, as in English.
    const isMonthFirst = form !== 'iso' && month > 12 && year.length === 4;
    const inOrder = isMonthFirst ? ([day, month] as const) : ([month, day] as const);
    const replacement = houseDate(Number(year) + (year.length === 2 ? 2000 : 0), ...inOrder, prose.language);
    if (!replacement) continue;
    // Day and month cannot be mistaken for each other when one is not a month, or when the year comes first.
    const isClear = form === 'iso' || (!isMonthFirst && (day > 12 || day === month));
    const details = { found: date.written, replacement };
    yield dateStyle.at(prose.place(date), details, isClear ? prose.fix(date, replacement) : null);
  }
}

/** Whether a date in figures is not part of a longer number, word or path. */
function isApart(text: string, { start, end }: Range): boolean {
  const [before, after] = [text.slice(Math.max(0, start - 2), start), text.slice(end, end + 2)];
  return !/[\p{L}./-]$/u.test(before) && !/^(?:[\p{L}/-]|\.\d)/u.test(after);
}

/** A day in the house style, with ordinary spaces; null when the calendar has no such day. */
function houseDate(year: number, month: number, day: number, language: Language): string | null {
  const date = calendarDate(year, month, day);
  return date && formatDay(date, language).replaceAll('\u00a0', ' ');
}

/** The words before a date that names a street: `rue du 4 Août`. */
const street = /(?:rue|avenue|place|boulevard|square|quai|pont|cours) du $/i;

/** A year in which every day of every month exists. */
const leapYear = 2024;

function* datesInWords(prose: Prose, dates: readonly FoundDate[]): Generator<Finding> {
  for (const { start, written, month, day } of dates) {
    if (day === null || /[\p{L}.,/-]$/u.test(prose.text.slice(Math.max(0, start - 2), start))) continue;
    if (street.test(prose.text.slice(Math.max(0, start - 20), start))) continue;
    const found = written.replace(/\s+\d{4}$/, '');
    const replacement = houseDate(leapYear, month, day, prose.language)?.replace(/ \d{4}$/, '');
    if (replacement === undefined || replacement === found.replace(/\s+/g, ' ')) continue;
    const range = { start, end: start + found.length };
    yield dateStyle.at(prose.place(range), { found, replacement }, prose.fix(range, replacement));
  }
}

/** `EN 301 549` is the name of a standard. */
const standard = /\p{Lu}{2,} $/u;
/** `article 5.100` and `n° 12345` are numbers, not amounts. */
const numbered = /(?:art\.|artikel|articles?|nr\.|n°|p\.|blz\.|nummer|numéro|§)\s?$/i;

/** Reports amounts whose digits are grouped in another way (C102). */
export function checkAmounts(prose: Prose): Finding[] {
  const separator = groupSeparator(prose.language);
  return [
    ...findAmounts(prose.text).flatMap((amount) => {
      const before = prose.text.slice(Math.max(0, amount.start - 12), amount.start);
      if (amount.separator === separator || standard.test(before) || numbered.test(before)) return [];
      const replacement = grouped(amount.written, separator);
      // A comma may be that of a decimal, a row of digits the number of a file, and a space may separate two numbers.
      const isClear = amount.separator !== null && !/[, ]/.test(amount.separator);
      const details = { found: amount.written, replacement };
      return amountStyle.at(prose.place(amount), details, isClear ? prose.fix(amount, replacement) : null);
    }),
    ...decimals(prose, separator),
  ];
}

/** Two marks that differ leave no doubt which one is before the decimals; a space may separate two numbers. */
function decimals(prose: Prose, separator: string): Finding[] {
  return findDecimals(prose.text).flatMap((amount) => {
    const { written } = amount;
    const replacement = `${grouped(written.slice(0, -3), separator)}${decimalMark(prose.language)}${written.slice(-2)}`;
    if (replacement === written) return [];
    const fix = written.includes(' ') ? null : prose.fix(amount, replacement);
    return amountStyle.at(prose.place(amount), { found: written, replacement }, fix);
  });
}
