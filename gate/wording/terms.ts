import type { Finding } from '../finding/finding.ts';
import type { Term } from './lists.ts';
import { matches } from './marks.ts';
import type { Words } from './words.ts';

/** Forms to avoid, ready to be looked for: one pattern for all of them. */
export interface TermFinder {
  readonly pattern: RegExp | null;
  readonly byForm: ReadonlyMap<string, Term>;
}

export function termFinder(terms: readonly Term[]): TermFinder {
  const byForm = new Map(terms.flatMap((term) => term.avoid.map((form) => [sameApostrophe(form), term])));
  return { pattern: wholeWords([...byForm.keys()]), byForm };
}

/**
 * A pattern for whole words, the longest first; null for none. What is part of an address or of a longer compound is no
 * whole word. Apostrophes and spaces count alike however they are typed.
 */
export function wholeWords(forms: readonly string[], flags = ''): RegExp | null {
  if (forms.length === 0) return null;
  const any = [...forms]
    .sort((a, b) => b.length - a.length)
    .map((form) =>
      sameApostrophe(form)
        .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
        .replaceAll("'", "['’]")
        .replace(/\s+/g, '\\s'),
    )
    .join('|');
  return new RegExp(
    // Ahead first, then back: most places are no form, and that is seen sooner.
    `(?=${any})(?<![\\p{L}\\p{N}@_-]|[\\p{L}\\p{N}][./])(?:${any})(?![\\p{L}\\p{N}@_-]|[./]\\p{L})`,
    `gu${flags}`,
  );
}

function sameApostrophe(text: string): string {
  return text.replaceAll('’', "'").replace(/\s/g, ' ');
}

/** C105: a form that the list of terms says to avoid, except inside a form that the list allows. */
export function checkTerms(words: Words, { pattern, byForm }: TermFinder): Finding[] {
  if (!pattern) return [];
  const findings: Finding[] = [];
  for (const { match, ...range } of matches(words.text, pattern)) {
    const [found] = match;
    const term = byForm.get(sameApostrophe(found));
    if (!term || isAllowed(words.text, range.start, found, term)) continue;
    const details = { found, use: term.use, why: term.why ?? 'none' };
    findings.push(words.finding('C105', range, details, isSpelling(found, term.use) ? term.use : undefined));
  }
  return findings;
}

function isAllowed(text: string, start: number, found: string, { use, unless = [] }: Term): boolean {
  // At the start of a sentence the first letter is a capital anyway.
  const capitalised = use.charAt(0).toUpperCase() + use.slice(1);
  if (sameApostrophe(found) === sameApostrophe(capitalised) && startsSentence(text, start)) return true;
  return unless.some((phrase) => {
    const plain = sameApostrophe(phrase);
    const inside = plain.indexOf(sameApostrophe(found));
    if (inside < 0) return false;
    return sameApostrophe(text.slice(start - inside, start - inside + phrase.length)) === plain;
  });
}

/** Whether a place is the first word of a passage, or comes after a full stop, a question or a quotation mark. */
function startsSentence(text: string, start: number): boolean {
  return /(?:^|\n|[.!?:…]\s+|[‘“«„"(\ufffc]\s?)$/u.test(text.slice(Math.max(0, start - 4), start));
}

/** Whether two forms differ in capitals, spaces, hyphens and accents alone, so that one can take the place of the other. */
function isSpelling(found: string, use: string): boolean {
  const bare = (text: string) =>
    text
      .normalize('NFD')
      .replace(/[^\p{L}\p{N}]/gu, '')
      .toLowerCase();
  return bare(found) === bare(use);
}
