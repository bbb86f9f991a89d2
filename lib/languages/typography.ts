import { monthNames } from './dates.ts';
import type { Language } from './languages.ts';

const NO_BREAK = '\u00a0';
const NARROW_NO_BREAK = '\u202f';

/**
 * Sets the characters that are invisible or hard to type: typographic apostrophes, and no-break spaces where a line must not
 * break. Idempotent.
 *
 * French spacing follows Belgian practice: narrow before `; ! ?`, full before `: %` and inside « ».
 */
export function typeset(text: string, language: Language): string {
  let set = text
    .replace(/(?<=\p{L})'(?=\p{L})/gu, '’')
    // "200 medewerkers", "21 juillet", "24 heures": a number and its word.
    .replace(/(?<=\d) (?=[\p{L}])/gu, NO_BREAK)
    // "Comité A": a noun and its capital letter.
    .replace(/(?<=\p{L}) (?=\p{Lu}(?![\p{L}\p{N}’.]))/gu, NO_BREAK);
  set = set.replaceAll(afterMonth(language), NO_BREAK);
  if (!language.frenchSpacing) return set;
  return set
    .replace(/ (?=[;!?])/g, NARROW_NO_BREAK)
    .replace(/ (?=[:»%])/g, NO_BREAK)
    .replace(/(?<=«) /g, NO_BREAK);
}

const afterMonths = new Map<string, RegExp>();

/** Matches the space between a month and a year. */
function afterMonth(language: Language): RegExp {
  let pattern = afterMonths.get(language.tag);
  if (!pattern) {
    pattern = new RegExp(`(?<=${monthNames(language).join('|')}) (?=\\d{4})`, 'gu');
    afterMonths.set(language.tag, pattern);
  }
  return pattern;
}
