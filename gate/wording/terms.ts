import { fold } from '#lib/languages/fold.ts';
import { type Found, findAll } from '#lib/recognise/found.ts';
import { type Finding, rule } from '../finding/finding.ts';
import type { PreferredTerm } from './lists.ts';
import type { Prose } from './prose.ts';

export const avoidedForm = rule({ code: 'C105', severity: 'error', guide: 'wording' });

/** The avoided forms of one language, ready for matching. */
export interface TermFinder {
  readonly pattern: RegExp;
  readonly byForm: ReadonlyMap<string, PreferredTerm>;
}

/** Prepares the avoided forms of one language for matching. */
export function termFinder(terms: readonly PreferredTerm[]): TermFinder {
  const byForm = new Map(terms.flatMap((term) => term.avoid.map((form) => [plain(form), term])));
  return { pattern: wholeWords([...byForm.keys()]), byForm };
}

/** A pattern for whole words, the longest first: no parts of addresses or compounds. All apostrophes count as the same, and all spaces. */
export function wholeWords(words: readonly string[], flags = ''): RegExp {
  if (words.length === 0) return /(?!)/g;
  const any = [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) =>
      RegExp.escape(plain(word))
        .replaceAll('\\x27', "['’]")
        .replace(/(?:\\x20)+/g, '\\s'),
    )
    .join('|');
  return new RegExp(
    `(?<![\\p{L}\\p{N}@_-]|[\\p{L}\\p{N}][./])(?:${any})(?![\\p{L}\\p{N}@_-]|[./]\\p{L})`,
    `gu${flags}`,
  );
}

/** A form with straight apostrophes and ordinary spaces. */
export function plain(text: string): string {
  return text.replaceAll('’', "'").replace(/\s/g, ' ');
}

/** Reports avoided forms (C105), except inside a phrase that the list allows. */
export function checkTerms(prose: Prose, { pattern, byForm }: TermFinder): Finding[] {
  return findAll(prose.text, pattern).flatMap((found) => {
    const term = byForm.get(plain(found.written));
    if (!term || isAllowed(prose.text, found, term)) return [];
    // A capital at the start of a sentence remains.
    const keepsCapital = /^\p{Lu}/u.test(found.written) && startsSentence(prose.text, found.start);
    const use = keepsCapital ? term.use.charAt(0).toUpperCase() + term.use.slice(1) : term.use;
    const details = { found: found.written, use, why: term.why ?? 'none' };
    return avoidedForm.at(prose.place(found), details, isSpelling(found.written, use) ? prose.fix(found, use) : null);
  });
}

function isAllowed(text: string, { start, written }: Found, { use, unless = [] }: PreferredTerm): boolean {
  // At the start of a sentence the first letter is a capital anyway.
  const capitalised = use.charAt(0).toUpperCase() + use.slice(1);
  if (plain(written) === plain(capitalised) && startsSentence(text, start)) return true;
  return unless.some((phrase) => {
    const inside = plain(phrase).indexOf(plain(written));
    const around = text.slice(start - inside, start - inside + phrase.length);
    return inside >= 0 && plain(around) === plain(phrase);
  });
}

/** Whether a word begins a passage, or follows a full stop, a question mark, a colon or an opening quotation mark. */
function startsSentence(text: string, start: number): boolean {
  return /(?:^|\n|[.!?:…]\s+|[‘“«„"(\ufffc]\s?)$/u.test(text.slice(Math.max(0, start - 4), start));
}

/** Whether two forms differ only in capitals, spaces, hyphens and accents, so that one can replace the other. */
function isSpelling(found: string, use: string): boolean {
  const letters = (text: string) => fold(text).replace(/[^\p{L}\p{N}]/gu, '');
  return letters(found) === letters(use);
}

export const placeholderText = rule({ code: 'C018', severity: 'error', guide: 'newPage', waits: true });

/** The texts of `placeholders` in one language, ready for matching. */
export interface PlaceholderFinder {
  readonly words: RegExp;
  readonly passages: readonly string[];
  /** The words that mean, in square brackets, that something is to be filled in. */
  readonly inBrackets: RegExp;
}

/** Signs in the place of a value: `???`, `____`, `van … tot …`. */
const blanks = /\?{3,}|_{3,}|(?:…|\.{3})\s+\p{Ll}{1,4}\s+(?:…|\.{3})/gu;

/** An entry with a capital is a whole passage, or its beginning when it ends in `…`; one in brackets a word in brackets; any other is a word in a passage. */
export function placeholderFinder(entries: readonly string[]): PlaceholderFinder {
  const isPassage = (entry: string) => /^\p{Lu}/u.test(entry);
  return {
    words: wholeWords(
      entries.filter((each) => !isPassage(each) && !each.startsWith('[')),
      'i',
    ),
    passages: entries.filter(isPassage),
    inBrackets: wholeWords(
      entries.filter((each) => each.startsWith('[')).map((each) => each.slice(1, -1)),
      'i',
    ),
  };
}

/** Reports texts that hold a place (C018). */
export function checkPlaceholders(prose: Prose, { words, passages, inBrackets }: PlaceholderFinder): Finding[] {
  const isWhole = (text: string) =>
    passages.some((each) => text === each || (each.endsWith('…') && text.startsWith(each.slice(0, -1))));
  const whole = prose.passages.filter(({ start, end }) => isWhole(prose.text.slice(start, end).trim()));
  const brackets = findAll(prose.text, /\[[^\]\n]*\]/g).filter(({ written }) => written.search(inBrackets) >= 0);
  return [...whole, ...brackets, ...findAll(prose.text, words), ...findAll(prose.text, blanks)].map((range) =>
    placeholderText.at(prose.place(range), { found: prose.text.slice(range.start, range.end).slice(0, 60) }),
  );
}
