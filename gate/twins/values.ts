import type { Language } from '#lib/languages/languages.ts';
import { findEmails } from '#lib/recognise/addresses.ts';
import { type FoundDate, findDatesInFigures, findDatesInWords } from '#lib/recognise/dates.ts';
import type { Found } from '#lib/recognise/found.ts';
import { findNumbers } from '#lib/recognise/numbers.ts';
import { findPhones } from '#lib/recognise/phones.ts';
import type { Position } from '../finding/finding.ts';

/** A text as visitors read it, and the position of its first character. */
export interface PlacedText extends Position {
  readonly text: string;
}

/** Something in a text that is the same in every language: a number, a date, an e-mail address or a phone number. */
export interface Value extends Position {
  /** What is compared: `2026-05-01`, `05-01`, `200`, `info@example.be`, `+3225010411`. */
  readonly value: string;
  /** As the editor wrote it. */
  readonly written: string;
  /** Whether it is a number in words or in Roman figures, which a twin need not have. */
  readonly isWord?: true;
}

/**
 * The values in some texts. Numbers are compared as whole numbers: `1.000` is `1 000`, and the parts of `9.30`, `9 h 30` and
 * `9u30` are 9 and 30. `1 mei 2026` is `1er mai 2026`. Numbers in words (“vijf”) and in Roman figures (“XVIIIe”) may be a number.
 */
export function valuesOf(texts: readonly PlacedText[], language: Language): Value[] {
  return texts.flatMap((each) => valuesIn(each, language));
}

function valuesIn({ text, line, column }: PlacedText, language: Language): Value[] {
  const values: Value[] = [];
  // What is found is blanked, so that the digits of a date are not numbers as well.
  let rest = text;
  const take = <T extends Found>(found: readonly T[], read: (each: T) => string | null) => {
    for (const each of found) {
      const { start, end, written } = each;
      const value = read(each);
      if (value === null) continue;
      const before = text.slice(0, start).split('\n').length - 1;
      values.push({
        line: line + before,
        column: before === 0 ? column : 1,
        value,
        written: written.replaceAll(/\s+/g, ' '),
      });
      rest = `${rest.slice(0, start)}${'|'.repeat(end - start)}${rest.slice(end)}`;
    }
  };
  take(findEmails(rest), ({ written }) => written.toLowerCase());
  take(findDatesInFigures(rest), (date) => (date.year?.length === 4 ? dateOf(date) : null));
  take(findDatesInWords(rest, language), dateOf);
  take(findPhones(rest), ({ number }) => number);
  // The minutes of `8.00 uur`, which is `8 h`.
  take(findNumbers(rest), ({ value, written }) => (written === '00' ? null : String(value)));
  const inWords = [...numbersInWords(text, language), ...romanNumbers(text)];
  return [
    ...values,
    ...inWords.map((value): Value => ({ line, column, value: String(value), written: '', isWord: true })),
  ];
}

/** The numbers that a text has in words, as far as its language lists them. */
function numbersInWords(text: string, { numbers }: Language): number[] {
  const words = new Set(text.toLowerCase().match(/\p{L}+(?:-\p{L}+)*/gu));
  return (numbers?.split(' ') ?? []).flatMap((forms, index) =>
    forms.split('|').some((form) => words.has(form)) ? [index + 1] : [],
  );
}

const romanDigits: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

/** The numbers that a text has in Roman figures, also as ordinals: `III`, `XVIIIe`. None starts with L or C: `Le` and `Ce` are words. */
function romanNumbers(text: string): number[] {
  return [...text.matchAll(/(?<![\p{L}\p{N}])((?=[IVX])[IVXLC]+)(?:er|re|e|ème|de|ste)?(?![\p{L}\p{N}])/gu)].map(
    ([, figures = '']) => {
      const digits = [...figures].map((figure) => romanDigits[figure] ?? 0);
      return digits.reduce((sum, digit, index) => sum + (digit < (digits[index + 1] ?? 0) ? -digit : digit), 0);
    },
  );
}

/** A day (`2026-05-01`), a day of every year (`05-01`) or a month (`2026-05`); null for a month or a day that cannot be. */
function dateOf({ year, month, day }: FoundDate): string | null {
  const isMonth = month >= 1 && month <= 12;
  const isDay = day === null || (day >= 1 && day <= 31);
  if (!isMonth || !isDay) return null;
  return [year, month, day].flatMap((part) => (part === null ? [] : String(part).padStart(2, '0'))).join('-');
}
