import type { Language } from './i18n/languages.ts';

/**
 * A day in words: `2026-05-01` is `1 mei 2026`, `1er mai 2026`. Numbers and month keep together with no-break spaces.
 * @param day calendar day as YYYY-MM-DD
 */
export function formatDay(day: string, language: Language): string {
  const format = new Intl.DateTimeFormat(language.tag, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return format
    .formatToParts(new Date(`${day}T00:00:00Z`))
    .map(({ type, value }) => (type === 'day' && value === '1' ? language.firstOfMonth : value))
    .join('')
    .replaceAll(' ', '\u00a0');
}
