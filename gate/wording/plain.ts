import type { Finding } from '../finding/finding.ts';
import type { Wording } from './lists.ts';
import { matches } from './marks.ts';
import { wholeWords } from './terms.ts';
import type { Range, Words } from './words.ts';

/*
 * Hints for plain language. No tool for Dutch and French knows more than words and lengths, so these hints do not either:
 * what they count comes from `content/wording.yaml`, where a sentence ends from the platform (Intl.Segmenter, UAX #29).
 */

/** A word and the same word before it. Looked for from the space between them: spaces are few, letters are many. */
const repeated = / (?=(\p{L}{2,}))\1(?![\p{L}\p{N}’'-])(?<=(?<![\p{L}\p{N}’'-])\1 \1)/gu;

/** C107: a word twice in a row. */
export function checkRepeats(words: Words, twice: ReadonlySet<string>): Finding[] {
  const findings: Finding[] = [];
  let told = 0;
  for (const { match, start: space, end } of matches(words.lower, repeated)) {
    const [, { length } = ''] = match;
    const start = space - length;
    const word = words.text.slice(start, space);
    // The third of three in a row repeats what is told already.
    if (start < told) continue;
    told = end;
    // `Bora Bora` is a name, and `EN` after `en` an abbreviation.
    const isOther = /^\p{Lu}.* \p{Lu}|\p{Lu}{2}/u.test(words.text.slice(start, end));
    if (!isOther && !twice.has(word.toLowerCase()))
      findings.push(words.finding('C107', { start, end }, { word }, word));
  }
  return findings;
}

const segmenters = new Map<string, Intl.Segmenter>();

function sentencesOf(text: string, tag: string): Intl.Segments {
  const segmenter = segmenters.get(tag) ?? new Intl.Segmenter(tag, { granularity: 'sentence' });
  segmenters.set(tag, segmenter);
  return segmenter.segment(text);
}

const countWords = (text: string) => text.match(/[\p{L}\p{N}\ufffc][^\s]*/gu)?.length ?? 0;

/** C108: a sentence of more words than the limit, unless it is a text that nobody may rewrite. */
export function checkSentences(words: Words, { limits, fixedTexts }: Wording): Finding[] {
  const findings: Finding[] = [];
  for (const { kind, start, end } of words.passages) {
    // A field has a limit of its own. A word has a letter and a space: what is shorter cannot be too long.
    if (kind === 'field' || end - start < limits.sentence * 2) continue;
    const passage = words.text.slice(start, end);
    if (countWords(passage) <= limits.sentence) continue;
    for (const { segment, index } of sentencesOf(passage, words.language.tag)) {
      const count = countWords(segment);
      if (count <= limits.sentence || fixedTexts.some((fixed) => segment.startsWith(fixed))) continue;
      const range = { start: start + index, end: start + index + segment.trimEnd().length };
      findings.push(words.finding('C108', range, { count, limit: limits.sentence }));
    }
  }
  return findings;
}

/** What a page is held to, ready to be looked for. */
export interface HardWords {
  readonly jargon: RegExp | null;
  readonly plainer: RegExp | null;
  /** The plainer word for each stiff one, in lower case. */
  readonly plainerWords: ReadonlyMap<string, string>;
  readonly abbreviations: ReadonlySet<string>;
}

export function hardWords({ jargon, plainer, abbreviations }: Wording): HardWords {
  return {
    jargon: wholeWords(jargon),
    plainer: wholeWords(
      plainer.flatMap(({ avoid }) => avoid),
      'i',
    ),
    plainerWords: new Map(
      plainer.flatMap(({ use, avoid }) => avoid.map((word) => [word.toLowerCase(), use] as const)),
    ),
    abbreviations: new Set(abbreviations),
  };
}

/**
 * C109: a word that many readers do not know: jargon and abbreviations that the page does not explain, and stiff words.
 * Each is told once for each page.
 * @param explained the names in the page's lists of terms
 */
export function checkHardWords(words: Words, hard: HardWords, explained: readonly string[]): Finding[] {
  const findings: Finding[] = [];
  const told = new Set<string>();
  const add = (range: Range, details: Finding['details']) => {
    const { found } = details;
    if (told.has(String(found).toLowerCase())) return;
    told.add(String(found).toLowerCase());
    findings.push(words.finding('C109', range, details));
  };
  const isExplained = (word: string) =>
    explained.some((term) => term.toLowerCase().includes(word.toLowerCase())) ||
    words.text.includes(`(${word})`) ||
    words.text.includes(`${word} (`);

  for (const { match, ...range } of hard.plainer ? matches(words.text, hard.plainer) : []) {
    const use = hard.plainerWords.get(match[0].toLowerCase().replaceAll("'", '’'));
    if (use !== undefined) add(range, { kind: 'plainer', found: match[0], use });
  }
  const inBody = (index: number) => words.passageAt(index)?.kind !== 'field' && !words.isInLink(index);
  for (const { match, ...range } of hard.jargon ? matches(words.text, hard.jargon) : []) {
    if (inBody(range.start) && !isExplained(match[0]))
      add(range, { kind: 'jargon', found: match[0], use: '' });
  }
  for (const { match, ...range } of matches(words.text, abbreviation)) {
    const [found] = match;
    if (hard.abbreviations.has(found) || romanNumeral.test(found) || isShouted(words.text, range)) continue;
    if (inBody(range.start) && !isExplained(found)) add(range, { kind: 'abbreviation', found, use: '' });
  }
  return findings;
}

// Patterns first look ahead for what is rare, then back: that is what takes time at every letter.
const abbreviation = /(?=\p{Lu}{2})(?<![\p{L}\p{N}_@&./’'-])\p{Lu}{2,6}(?![\p{L}\p{N}_@&/’'-]|\.\p{L})/gu;
const romanNumeral = /^[IVXLCM]+$/;

/** Two words in capitals side by side shout, they do not abbreviate. */
function isShouted(text: string, { start, end }: Range): boolean {
  return (
    /\p{Lu}{2} $/u.test(text.slice(Math.max(0, start - 3), start)) ||
    /^ \p{Lu}{2}/u.test(text.slice(end, end + 3))
  );
}

/** C103: two words in one, `agent(e)` or `motivé·e`, which nobody can read aloud. */
export function checkEndings(words: Words): Finding[] {
  if (!/[(·•](?<=\p{L}.)\p{Ll}/u.test(words.text)) return [];
  const found = matches(words.text, /\p{L}+(?:\(\p{Ll}{1,6}\)\p{Ll}*|[·•]\p{Ll}+(?:[·•]\p{Ll}+)*)/gu);
  return found.map(({ match, ...range }) => words.finding('C103', range, { found: match[0] }));
}

/** Four capitals in a row, or four letters that are not of Latin-1: found sooner than by the property alone. */
const capitals = /[A-Z\u00c0-\u00de\u0100-\uffff]{4}/;

/** C104: words in capitals that are no abbreviation. */
export function checkCapitals(words: Words, known: ReadonlySet<string>): Finding[] {
  if (!capitals.test(words.text)) return [];
  const findings: Finding[] = [];
  for (const { match, ...range } of matches(
    words.text,
    /(?=\p{Lu}{2})(?<![\p{L}\p{N}_@&.-])\p{Lu}{2,}(?:[ -]\p{Lu}{2,})*(?![\p{L}\p{N}_@&])/gu,
  )) {
    const [found] = match;
    const parts = found.split(/[ -]/).filter((part) => !known.has(part));
    const isLoud =
      parts.some((part) => part.length > 6) || (parts.length > 1 && parts.some((part) => part.length > 3));
    if (isLoud) findings.push(words.finding('C104', range, { kind: 'capitals', found }));
  }
  return findings;
}
