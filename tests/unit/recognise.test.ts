import { expect, describe as group, test } from 'vitest';
import { languages } from '#lib/languages/languages.ts';
import { findEmails, isAddress } from '#lib/recognise/addresses.ts';
import { calendarDate, findDatesInFigures, findDatesInWords } from '#lib/recognise/dates.ts';
import { findAmounts, findNumbers, grouped, groupSeparator } from '#lib/recognise/numbers.ts';
import { e164Of, findPhones, isE164 } from '#lib/recognise/phones.ts';

const [dutch, french] = ['nl', 'fr'].map((code) => languages.find((language) => language.code === code));
const written = (found: readonly { written: string }[]) => found.map((each) => each.written);

group('dates', () => {
  test.for([
    ['2026-05-01', 'iso', '2026', 5, 1],
    ['1/5/2026', 'figures', '2026', 5, 1],
    ['01.05.2026', 'figures', '2026', 5, 1],
    ['1/5/26', 'figures', '26', 5, 1],
  ] as const)('reads %s in figures', ([text, form, year, month, day]) => {
    expect(findDatesInFigures(`op ${text}.`)).toEqual([
      { start: 3, end: 3 + text.length, written: text, form, year, month, day },
    ]);
  });

  test.for(['1/5.2026', '12026-05-01', '1/5/20260', '1/5'])('does not read %s as a date', (text) => {
    expect(findDatesInFigures(text)).toEqual([]);
  });

  test('reads the months of each language, with any ordinal or full stop after the day', () => {
    const read = (text: string, language = dutch) =>
      language && findDatesInWords(text, language).map(({ year, month, day }) => [year, month, day]);
    expect(read('van 1 mei 2026 tot 21 JULI, in mei 2026')).toEqual([
      ['2026', 5, 1],
      [null, 7, 21],
      ['2026', 5, null],
    ]);
    expect(read('1er mai 2026, 1° août', french)).toEqual([
      ['2026', 5, 1],
      [null, 8, 1],
    ]);
    expect(read('mei, 40 juni, 3 meiden')).toEqual([]);
  });

  test('refuses days that the calendar does not have', () => {
    expect(calendarDate(2024, 2, 29)).toBe('2024-02-29');
    expect(calendarDate(2026, 2, 29)).toBeNull();
    expect(calendarDate(2026, 13, 1)).toBeNull();
  });
});

group('numbers', () => {
  test('reads grouped digits as one number, and the parts of times and decimals apart', () => {
    expect(findNumbers('1.000 en 1 000 000, 9u30 en 3,14').map(({ value }) => value)).toEqual([
      1000, 1_000_000, 9, 30, 3, 14,
    ]);
  });

  test('finds amounts, but not codes, decimals, years or addresses', () => {
    expect(written(findAmounts('12345, 1.000, 1,000 en 1 000 000'))).toEqual(['12345', '1.000', '1,000', '1 000 000']);
    expect(findAmounts('2026, v12345, 12345-6, 10000,50, x@10000, 02 501 04 11')).toEqual([]);
  });

  test.for(languages.map((language) => [language.code, language] as const))(
    'groups an amount as it is typed in %s',
    ([, language]) => {
      expect(grouped("1'234'567", groupSeparator(language))).toBe(language.code === 'nl' ? '1.234.567' : '1 234 567');
    },
  );
});

group('phone numbers', () => {
  test.for(['02 501 04 11', '+32 (0)2 501 04 11', '0032 2 501 04 11', '02/501.04.11'])('finds %s as E.164', (text) => {
    expect(findPhones(`Bel ${text}, of schrijf.`)).toEqual([
      { start: 4, end: 4 + text.length, written: text, number: '+3225010411' },
    ]);
  });

  test('finds two numbers with only a space between them', () => {
    const found = findPhones('Bel 02 501 04 11 02 501 04 12.').map(({ number }) => number);
    expect(found).toEqual(['+3225010411', '+3225010412']);
  });

  test.for(['0308.357.753', '02 501', 'x02 501 04 11', '02 501 04 11@x.be', '1 010 000 000'])(
    'does not find %s',
    (text) => {
      expect(findPhones(text)).toEqual([]);
    },
  );

  test('distinguishes E.164 from other notations', () => {
    expect(isE164('+3225010411')).toBe(true);
    expect(isE164('02 501 04 11')).toBe(false);
    expect(e164Of('12')).toBeNull();
  });
});

group('addresses', () => {
  test('finds e-mail addresses without the punctuation around them', () => {
    expect(written(findEmails('Schrijf (info@fed.be) of José.d@kanselarij.be.'))).toEqual([
      'info@fed.be',
      'José.d@kanselarij.be',
    ]);
  });

  test.for(['https://fed.be/x', 'www.fed.be', 'mailto:info@fed.be', ' info@fed.be '])(
    'takes %s for an address',
    (text) => expect(isAddress(text)).toBe(true),
  );

  test.for(['fed.be', 'info@fed', 'schrijf info@fed.be', 'https: hoe?'])('takes %s for words', (text) =>
    expect(isAddress(text)).toBe(false),
  );
});
