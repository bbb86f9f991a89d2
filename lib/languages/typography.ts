import type { Language } from './languages.ts';

const NO_BREAK = '\u00a0';
const NARROW_NO_BREAK = '\u202f';

/**
 * Sets the characters that editors cannot see or easily type: real apostrophes, and no-break spaces where a line may not break.
 * Running it twice changes nothing more.
 *
 * French spacing follows Belgian practice: narrow before `; ! ?`, full before `: %` and inside « ».
 */
export function typeset(text: string, language: Language): string {
  let set = text
    .replace(/(?<=\p{L})'(?=\p{L})/gu, '’')
    // "200 medewerkers", "21 juillet", "24 heures": a number stays with its word.
    .replace(/(?<=\d) (?=[\p{L}])/gu, NO_BREAK)
    // "Comité A": a single capital stays with its noun.
    .replace(/(?<=\p{L}) (?=\p{Lu}(?![\p{L}\p{N}’.]))/gu, NO_BREAK);
  set = set.replaceAll(afterMonth(language), NO_BREAK);
  if (!language.frenchSpacing) return set;
  return set
    .replace(/ (?=[;!?])/g, NARROW_NO_BREAK)
    .replace(/ (?=[:»%])/g, NO_BREAK)
    .replace(/(?<=«) /g, NO_BREAK);
}

const monthNames = new Map<string, RegExp>();

/** The space between a month of a language and a year. */
function afterMonth({ tag }: Language): RegExp {
  let pattern = monthNames.get(tag);
  if (!pattern) {
    const format = new Intl.DateTimeFormat(tag, { month: 'long', timeZone: 'UTC' });
    const names = Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2000, month, 1)));
    pattern = new RegExp(`(?<=${names.join('|')}) (?=\\d{4})`, 'gu');
    monthNames.set(tag, pattern);
  }
  return pattern;
}
