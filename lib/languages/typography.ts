import { monthNames } from './dates.ts';
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

const afterMonths = new Map<string, RegExp>();

/** The space between a month of a language and a year. */
function afterMonth(language: Language): RegExp {
  let pattern = afterMonths.get(language.tag);
  if (!pattern) {
    pattern = new RegExp(`(?<=${monthNames(language).join('|')}) (?=\\d{4})`, 'gu');
    afterMonths.set(language.tag, pattern);
  }
  return pattern;
}
