import { expect, describe as group, test } from 'vitest';
import { siteDay } from '#gate/finding/days.ts';
import { contactOf } from '#lib/site/site.ts';
import { contactFile, contacts, load, today } from './content-tree.ts';

group('the day of a build', () => {
  test('is SITE_DAY', () => {
    expect(siteDay({ SITE_DAY: '2024-02-29' })).toBe('2024-02-29');
  });

  test('is a day in Brussels without SITE_DAY', () => {
    expect(siteDay({})).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(siteDay({ SITE_DAY: '' })).toBe(siteDay({}));
  });

  test.for(['2026-02-30', '21/11/2026', 'tomorrow'])('is refused when SITE_DAY is %s', (day) => {
    expect(() => siteDay({ SITE_DAY: day })).toThrow(day);
  });

  test('is part of the site', () => {
    expect(load().site?.day).toBe(today);
  });
});

group('the closures of a contact', () => {
  const closure = (from: string, until: string) =>
    `    - from: ${from}\n      until: ${until}\n      reason: {nl: Gesloten, fr: Fermé}\n`;
  const exceptionsWith = (...closures: string[]) => {
    const hours = 'availability:\n  hours: [{days: [monday], opens: "09:00", closes: "12:00"}]\n  exceptions:\n';
    const { site } = load({ [contactFile('post-room')]: contacts['post-room'] + hours + closures.join('') });
    return site && contactOf(site, 'post-room').availability?.exceptions?.map(({ from }) => from);
  };

  test('are left out when they were over before the day of the build', () => {
    expect(exceptionsWith(closure('2026-11-01', '2026-11-19'), closure('2026-11-20', today))).toEqual(['2026-11-20']);
    expect(exceptionsWith(closure('2026-11-01', '2026-11-20'))).toBeUndefined();
  });

  test('of the future are shown', () => {
    expect(exceptionsWith(closure('2026-12-24', '2026-12-26'))).toEqual(['2026-12-24']);
  });
});
