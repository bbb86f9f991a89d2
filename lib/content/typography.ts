import type { Language } from '../i18n/languages.ts';

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
  for (const month of monthsOf(language)) {
    set = set.replaceAll(new RegExp(`(?<=${month}) (?=\\d{4})`, 'gu'), NO_BREAK);
  }
  if (!language.frenchSpacing) return set;
  return set
    .replace(/ (?=[;!?])/g, NARROW_NO_BREAK)
    .replace(/ (?=[:»%])/g, NO_BREAK)
    .replace(/(?<=«) /g, NO_BREAK);
}

const monthNames = new Map<string, readonly string[]>();

function monthsOf(language: Language): readonly string[] {
  let names = monthNames.get(language.tag);
  if (!names) {
    const format = new Intl.DateTimeFormat(language.tag, { month: 'long', timeZone: 'UTC' });
    names = Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2000, month, 1)));
    monthNames.set(language.tag, names);
  }
  return names;
}
