import { findPhoneNumbersInText } from 'libphonenumber-js';
import type { Language } from '#lib/languages/languages.ts';
import type { Placed } from './outline.ts';

/** Words as the visitor reads them. */
export interface Words extends Placed {
  readonly text: string;
}

/** Something in a text that is the same in every language: a number, a date, an e-mail address or a telephone number. */
export interface Value extends Placed {
  /** What is compared: `2026-05-01`, `05-01`, `200`, `info@example.be`, `+3225010411`. */
  readonly value: string;
  /** As the editor wrote it. */
  readonly written: string;
}

/**
 * The values of some words. Numbers are compared as whole numbers: `1.000` is `1 000`, and the parts of `9.30`, `9 h 30` and
 * `9u30` are 9 and 30. `1 mei 2026` is `1er mai 2026`. Numbers in words (“vijf”, “cinq”) are words.
 */
export function valuesOf(words: readonly Words[], language: Language): Value[] {
  return words.filter(({ text }) => /[\d@]/.test(text)).flatMap((each) => valuesIn(each, language));
}

function valuesIn({ text, line, column }: Words, language: Language): Value[] {
  const found: Value[] = [];
  // What is found is blanked, so that the digits of a date are not numbers as well.
  let rest = text;
  const take = (start: number, end: number, value: string) => {
    const before = text.slice(0, start).split('\n').length - 1;
    found.push({
      line: line + before,
      column: before === 0 ? column : 1,
      value,
      written: text.slice(start, end).replaceAll(/\s+/g, ' '),
    });
    rest = `${rest.slice(0, start)}${'|'.repeat(end - start)}${rest.slice(end)}`;
  };
  const takeAll = (pattern: RegExp, read: (match: RegExpMatchArray) => string | null) => {
    for (const match of [...rest.matchAll(pattern)]) {
      const value = read(match);
      if (value !== null) take(match.index, match.index + match[0].length, value);
    }
  };

  const { dayInWords, monthInWords, numberOf } = datesOf(language);
  takeAll(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, ([address]) => address.toLowerCase());
  takeAll(/(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/g, ([, year, month, day]) => dayOf(year, month, day));
  takeAll(/(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)/g, ([, day, month, year]) =>
    dayOf(year, month, day),
  );
  takeAll(dayInWords, ([, day, month = '', year]) => dayOf(year, numberOf(month), day));
  takeAll(monthInWords, ([, month = '', year]) => dayOf(year, numberOf(month)));
  if (/[+0][\d\s/.()-]{8,}/.test(rest)) {
    for (const { startsAt, endsAt, number } of findPhoneNumbersInText(rest, 'BE')) {
      // A large number may look like a telephone number without its zero.
      if (/[+(0]/.test(rest.charAt(startsAt))) take(startsAt, endsAt, number.number);
    }
  }
  takeAll(/\d{1,3}(?:[.\s]\d{3})+(?!\d)|\d+/g, ([digits]) => String(Number(digits.replaceAll(/\D/g, ''))));
  return found;
}

/** A day (`2026-05-01`), a day of every year (`05-01`) or a month (`2026-05`); null when the calendar has none such. */
function dayOf(year: string | undefined, month = '', day?: string): string | null {
  const isMonth = Number(month) >= 1 && Number(month) <= 12;
  const isDay = day === undefined || (Number(day) >= 1 && Number(day) <= 31);
  if (!isMonth || !isDay) return null;
  return [year, month, day].flatMap((part) => part?.padStart(2, '0') ?? []).join('-');
}

interface DatesInWords {
  /** Day, month, and perhaps year: `1 mei 2026`, `1er mai 2026`, `1. Mai`, `21 juli`. */
  readonly dayInWords: RegExp;
  /** Month and year: `mei 2026`. */
  readonly monthInWords: RegExp;
  /** A month's number by its name: `mei` is `5`. */
  readonly numberOf: (month: string) => string;
}

const known = new Map<string, DatesInWords>();

function datesOf({ tag }: Language): DatesInWords {
  let dates = known.get(tag);
  if (!dates) {
    const format = new Intl.DateTimeFormat(tag, { month: 'long', timeZone: 'UTC' });
    const names = Array.from({ length: 12 }, (_, month) =>
      format.format(Date.UTC(2000, month, 1)).toLowerCase(),
    );
    const month = `(?<!\\p{L})(${names.join('|')})(?!\\p{L})`;
    dates = {
      dayInWords: new RegExp(
        `(?<!\\d)(\\d{1,2})(?:\\.|\\p{L}{1,3})?\\s+${month}(?:\\s+(\\d{4})(?!\\d))?`,
        'giu',
      ),
      monthInWords: new RegExp(`${month}\\s+(\\d{4})(?!\\d)`, 'giu'),
      numberOf: (name) => String(names.indexOf(name.toLowerCase()) + 1),
    };
    known.set(tag, dates);
  }
  return dates;
}
