import { expect, describe as group, test } from 'vitest';
import { formatPhone } from '#lib/contacts/phone.ts';
import { formatDay } from '#lib/languages/dates.ts';
import { languageOf, languages } from '#lib/languages/languages.ts';

const spaced = (text: string) => text.replaceAll('\u00a0', ' ');

group('a day in words', () => {
  test.for([
    ['nl', '2026-05-01', '1 mei 2026'],
    ['nl', '2026-12-31', '31 december 2026'],
    ['fr', '2026-05-01', '1er mai 2026'],
    ['fr', '2026-05-11', '11 mai 2026'],
    ['fr', '2026-08-21', '21 août 2026'],
  ] as const)('is written in %s for %s as %s', ([code, day, words]) => {
    expect(spaced(formatDay(day, languageOf(code)))).toBe(words);
  });

  test('has no-break spaces in every language', () => {
    for (const language of languages) expect(formatDay('2026-05-01', language)).not.toMatch(/[ \t\n]/);
  });

  test('does not depend on the time zone of the machine', () => {
    const zone = process.env['TZ'];
    try {
      for (const place of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/Brussels']) {
        process.env['TZ'] = place;
        for (const language of languages) expect(formatDay('2026-01-31', language)).toMatch(/^31\u00a0/);
      }
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });
});

group('a phone number', () => {
  test.for([
    ['+3225010411', '02 501 04 11'],
    ['+3281123456', '081 12 34 56'],
    ['+32470123456', '0470 12 34 56'],
  ] as const)('is formatted from %s as %s', ([e164, words]) => {
    expect(spaced(formatPhone(e164))).toBe(words);
  });

  test('has no-break spaces', () => {
    expect(formatPhone('+3225010411')).not.toMatch(/[ \t\n]/);
  });

  test('is refused when it is not E.164', () => {
    expect(() => formatPhone('02 501')).toThrow();
  });
});
