import { formatDay } from '#lib/languages/dates.ts';
import type { Language } from '#lib/languages/languages.ts';
import type { Finding } from '../finding/finding.ts';
import { matches } from './marks.ts';
import type { Words } from './words.ts';

/*
 * Dates and numbers as the house writes them: `1 mei 2026`, `1er mai 2026`, and thousands in groups of three.
 * What is right in a language comes from the conventions of the platform (Intl), not from a table of ours.
 */

const twoDigitYear = 2000;

/** C101: a date in figures, with a leading zero, with a capital or with an ordinal that the house does not write. */
export function checkDates(words: Words): Finding[] {
  if (!/\d/.test(words.text)) return [];
  return [...datesInFigures(words), ...datesInWords(words)];
}

function* datesInFigures(words: Words): Generator<Finding> {
  const pattern =
    /(?=\d)(?<![\p{L}\d./-])(?:(\d{1,2})(?:\/(\d{1,2})\/(\d{4}|\d{2})|-(\d{1,2})-(\d{4})|\.(\d{1,2})\.(\d{4}))|(\d{4})-(\d{2})-(\d{2}))(?![\p{L}\d/-]|\.\d)/gu;
  for (const { match, ...range } of matches(words.text, pattern)) {
    const [found, first, ...rest] = match;
    const [m1, y1, m2, y2, m3, y3, year = y1 ?? y2 ?? y3, isoMonth, isoDay] = rest;
    const day = Number(first ?? isoDay);
    const month = Number(isoMonth ?? m1 ?? m2 ?? m3);
    const written = formatted(
      Number(year) < 100 ? twoDigitYear + Number(year) : Number(year),
      month,
      day,
      words.language,
    );
    if (!written) continue;
    // Day and month can be told apart when one of them cannot be a month, or when the year comes first.
    const isClear = isoMonth !== undefined || day > 12 || day === month;
    yield words.finding('C101', range, { found, replacement: written }, isClear ? written : undefined);
  }
}

/** A day that exists, as the house writes it, with ordinary spaces; null when it does not exist. */
function formatted(year: number, month: number, day: number, language: Language): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return formatDay(date.toISOString().slice(0, 10), language).replaceAll('\u00a0', ' ');
}

function* datesInWords(words: Words): Generator<Finding> {
  const { pattern, months } = monthsOf(words.language);
  for (const { match, ...range } of matches(words.text, pattern)) {
    const [found, day = '', month = ''] = match;
    const index = months.indexOf(month.toLowerCase());
    const written = formatted(leapYear, index + 1, Number(day), words.language)?.replace(/ \d{4}$/, '');
    if (written === undefined || written === found.replace(/\s+/g, ' ')) continue;
    yield words.finding('C101', range, { found, replacement: written }, written);
  }
}

/** A year in which every day of every month exists. */
const leapYear = 2024;

interface Months {
  readonly months: readonly string[];
  /** A day and a month, with whatever stands between them: a point, an ordinal. */
  readonly pattern: RegExp;
}

const monthsByTag = new Map<string, Months>();

function monthsOf({ tag }: Language): Months {
  let known = monthsByTag.get(tag);
  if (!known) {
    const format = new Intl.DateTimeFormat(tag, { month: 'long', timeZone: 'UTC' });
    const months = Array.from({ length: 12 }, (_, month) =>
      format.format(Date.UTC(leapYear, month, 1)).toLowerCase(),
    );
    const pattern = new RegExp(
      `(?=\\d)(?<![\\p{L}\\d.,/-])(\\d{1,2})(?:\\p{L}{1,3}|[.º°])?\\s(${months.join('|')})(?!\\p{L})`,
      'giu',
    );
    known = { months, pattern };
    monthsByTag.set(tag, known);
  }
  return known;
}

/** C102: thousands without groups, or with the mark of another language between the groups. */
export function checkNumbers(words: Words): Finding[] {
  if (!/\d{5}|\d[.,' ]\d{3}/.test(words.text)) return [];
  const separator = separatorOf(words.language);
  const pattern =
    /(?<![\p{L}\d.,+/@_-])(?:[1-9]\d{4,}|[1-9]\d{0,2}(?:([.,' ])\d{3})(?:\1\d{3})*)(?![\p{L}\d@_/-]|[.,]\d| \d)/gu;
  const findings: Finding[] = [];
  for (const { match, ...range } of matches(words.text, pattern)) {
    const [found, mark] = match;
    // `EN 301 549` is the name of a standard, and no amount.
    if (
      mark === separator ||
      /\p{Lu}{2,} $/u.test(words.text.slice(Math.max(0, range.start - 12), range.start))
    ) {
      continue;
    }
    const replacement = found.replace(/\D/g, '').replace(/\B(?=(?:\d{3})+$)/g, separator);
    // A comma may be that of a decimal, and a row of digits the number of a file.
    const isClear = mark !== undefined && mark !== ',';
    findings.push(words.finding('C102', range, { found, replacement }, isClear ? replacement : undefined));
  }
  return findings;
}

/** What stands between groups of three digits, as an editor types it. */
function separatorOf({ tag }: Language): string {
  const parts = new Intl.NumberFormat(tag, { useGrouping: 'always' }).formatToParts(1_000_000);
  const group = parts.find(({ type }) => type === 'group')?.value ?? ' ';
  return /\s/.test(group) ? ' ' : group;
}
