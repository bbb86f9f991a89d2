import { expect, describe as group, test } from 'vitest';
import { openDays } from '#lib/contacts/hours.ts';
import { mailHref } from '#lib/contacts/mail.ts';
import { nameOfWeekday, weekdays } from '#lib/languages/dates.ts';
import { languageOf } from '#lib/languages/languages.ts';

group('opening hours', () => {
  const morning = { opens: '09:00', closes: '12:00' };
  const afternoon = { opens: '13:30', closes: '16:00' };

  test('put consecutive days with the same hours in one line', () => {
    const days = [...weekdays.slice(0, 5)];
    expect(openDays([{ days, ...morning }])).toEqual([{ first: 'monday', last: 'friday', stretches: [morning] }]);
  });

  test('sort the stretches of a day', () => {
    const hours = [
      { days: [weekdays[1]], ...afternoon },
      { days: [weekdays[1]], ...morning },
    ];
    expect(openDays(hours)).toEqual([{ first: 'tuesday', last: 'tuesday', stretches: [morning, afternoon] }]);
  });

  test('start a new line after a closed day or with other hours, and the week on Monday', () => {
    const hours = [
      { days: [weekdays[6], weekdays[0], weekdays[2]], ...morning },
      { days: [weekdays[3]], ...afternoon },
    ];
    expect(openDays(hours).map(({ first, last }) => [first, last])).toEqual([
      ['monday', 'monday'],
      ['wednesday', 'wednesday'],
      ['thursday', 'thursday'],
      ['sunday', 'sunday'],
    ]);
  });

  test('name days in their language', () => {
    expect(weekdays.map((day) => nameOfWeekday(day, languageOf('fr')))).toEqual([
      ...['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
    ]);
  });
});

group('a link to a prepared message', () => {
  const href = mailHref('a+b@example.org', 'Fout & zo: “één”', 'Regel 1\nPagina: https://x.example/nl?a=b#c\n');

  test('keeps subject and text, with CRLF line ends', () => {
    const { protocol, pathname, searchParams } = new URL(href.replaceAll('%2B', '+'));
    expect([protocol, pathname]).toEqual(['mailto:', 'a+b@example.org']);
    expect(searchParams.get('subject')).toBe('Fout & zo: “één”');
    expect(searchParams.get('body')).toBe('Regel 1\r\nPagina: https://x.example/nl?a=b#c\r\n');
  });

  test('encodes every character that RFC 6068 reserves', () => {
    expect(href).toMatch(/^mailto:[^?&=#\s]+\?subject=[^?&=#\s]+&body=[^?&=#\s]+$/);
  });
});
