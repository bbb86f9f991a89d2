import { remember } from '../remember.ts';
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
    // "200 medewerkers", "21 juillet", "1000 Bruxelles": a number and its word, but not a year or a version and the next word.
    .replace(/(?<=\d) (?=\p{Lu})|(?<=\d)(?<!\b(?:19|20)\d\d|\d\.\d{1,2}) (?=\p{Ll})/gu, NO_BREAK)
    // "Loi 16", "WCAG 2.2", "EN 301 549", "critère 1.1.1": a name or a noun and its number.
    .replace(/(?<=\p{Lu}[\p{L}-]*|\b\d{3}) (?=\d)|(?<=\p{L}) (?=\d+\.\d{1,2}(?!\d))/gu, NO_BREAK)
    // "Comité A": a noun and its capital letter.
    .replace(/(?<=\p{L}) (?=\p{Lu}(?![\p{L}\p{N}’.]))/gu, NO_BREAK);
  set = set.replaceAll(afterMonth(language), NO_BREAK);
  if (!language.frenchSpacing) return set;
  return set
    .replace(/ (?=[;!?])/g, NARROW_NO_BREAK)
    .replace(/ (?=[:»%])/g, NO_BREAK)
    .replace(/(?<=«) /g, NO_BREAK);
}

const afterMonth = remember(
  (language: Language) => new RegExp(`(?<=${monthNames(language).join('|')}) (?=\\d{4})`, 'gu'),
);
