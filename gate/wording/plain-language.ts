import { findAll, foundAt } from '#lib/recognise/found.ts';
import { type Finding, rule } from '../finding/finding.ts';
import type { Wording } from './lists.ts';
import { type Prose, placeholder, type Range } from './prose.ts';
import { plain, wholeWords } from './terms.ts';

/* Hints for plain language: lists and limits of `content/wording.yaml`, sentence ends from Intl.Segmenter (UAX #29). */

/** Two forms in one word, which no one can read aloud: `agent(e)`, `motivé·e`. */
export const doubleForm = rule({ code: 'C103', severity: 'warning', guide: 'wording' });
/** Words in capitals that are not abbreviations, and long stretches of bold or italics. */
export const overEmphasis = rule({ code: 'C104', severity: 'warning', guide: 'wording' });
export const repeatedWord = rule({ code: 'C107', severity: 'warning', guide: 'wording' });
export const longSentence = rule({ code: 'C108', severity: 'warning', guide: 'wording' });
export const hardWord = rule({ code: 'C109', severity: 'warning', guide: 'wording' });

/** Reports double forms (C103). */
export function checkDoubleForms(prose: Prose): Finding[] {
  const pattern = /(?<!\p{L})\p{L}+(?:\(\p{Ll}{1,6}\)\p{Ll}*|[·•]\p{Ll}+(?:[·•]\p{Ll}+)*)/gu;
  return findAll(prose.text, pattern).map((found) => doubleForm.at(prose.place(found), { found: found.written }));
}

/** Reports words in capitals (C104) that are not abbreviations which every reader knows. */
export function checkCapitals(prose: Prose, abbreviations: ReadonlySet<string>): Finding[] {
  const pattern = /(?<![\p{L}\p{N}_@&.-])\p{Lu}{2,}(?:[ -]\p{Lu}{2,})*(?![\p{L}\p{N}_@&])/gu;
  return findAll(prose.text, pattern).flatMap((found) => {
    const parts = found.written.split(/[ -]/).filter((part) => !abbreviations.has(part));
    const isLoud = parts.some((part) => part.length > 6) || (parts.length > 1 && parts.some((part) => part.length > 3));
    return isLoud ? overEmphasis.at(prose.place(found), { kind: 'capitals', found: found.written }) : [];
  });
}

const repeated = /(?<![\p{L}\p{N}’'-])(\p{L}{2,}) \1(?![\p{L}\p{N}’'-])/giu;

/** Reports words that are twice in a row (C107), except those that may be, in lower case, and paragraphs twice. No fix: only the writer knows. */
export function checkRepeats(prose: Prose, twice: ReadonlySet<string>): Finding[] {
  return [...repeatedParagraphs(prose), ...repeatedWords(prose, twice)];
}

/** A paragraph of fewer words may be a button or a reference. */
const fewestWords = 12;

function repeatedParagraphs(prose: Prose): Finding[] {
  const textOf = ({ start, end }: Range) => prose.text.slice(start, end).replaceAll(placeholder, '');
  const paragraphs = prose.passages.filter((each) => each.kind === 'text' && countWords(textOf(each)) >= fewestWords);
  const known = new Set<string>();
  return paragraphs.flatMap((each) => {
    const text = textOf(each);
    if (known.size === known.add(text).size)
      return repeatedWord.at(prose.place(each), { kind: 'paragraph', word: text.slice(0, 40) });
    return [];
  });
}

function repeatedWords(prose: Prose, twice: ReadonlySet<string>): Finding[] {
  return [...prose.text.matchAll(repeated)].flatMap((match) => {
    const [both, word = ''] = match;
    // `Bora Bora` and `le Le Corbusier` have a name, and `EN` after `en` is an abbreviation.
    const isName = / \p{Lu}|\p{Lu}{2}/u.test(both);
    if (isName || twice.has(word.toLowerCase())) return [];
    return repeatedWord.at(prose.place(foundAt(match)), { kind: 'word', word });
  });
}

const countWords = (text: string) => text.match(/[\p{L}\p{N}\ufffc]\S*/gu)?.length ?? 0;

/** Reports sentences with more words than the limit (C108), except those that start with a fixed text. */
export function checkSentences(prose: Prose, { limits, fixedTexts }: Wording): Finding[] {
  const segmenter = new Intl.Segmenter(prose.language.tag, { granularity: 'sentence' });
  // Fields have limits of their own.
  const passages = prose.passages.filter(({ kind }) => kind !== 'field' && kind !== 'address');
  return passages.flatMap((passage) =>
    [...segmenter.segment(prose.text.slice(passage.start, passage.end))].flatMap(({ segment, index }) => {
      const count = countWords(segment);
      if (count <= limits.sentence || fixedTexts.some((fixed) => segment.startsWith(fixed))) return [];
      const start = passage.start + index;
      const range = { start, end: start + segment.length };
      return longSentence.at(prose.place(range), { count, limit: limits.sentence });
    }),
  );
}

/** The hard words of one language, ready for matching. */
export interface HardWords {
  readonly jargon: RegExp;
  readonly stiff: RegExp;
  /** The plainer word for each stiff one, by the stiff word in lower case. */
  readonly plainer: ReadonlyMap<string, string>;
  readonly abbreviations: ReadonlySet<string>;
}

/** Prepares the hard words of one language for matching. */
export function hardWords({ jargon, plainer, abbreviations }: Wording): HardWords {
  const pairs = plainer.flatMap(({ use, avoid }) => avoid.map((word) => [plain(word.toLowerCase()), use] as const));
  return {
    jargon: wholeWords(jargon),
    stiff: wholeWords(
      pairs.map(([word]) => word),
      'i',
    ),
    plainer: new Map(pairs),
    abbreviations: new Set(abbreviations),
  };
}

/** Capitals that are no number of a standard or a company (`ISO 9001`, `BE 0671…`), and no bytes (`10 MB`). */
const abbreviation = /(?<![\p{L}\p{N}_@&./’'-])(?!(?<=\d )[KMGT]B)\p{Lu}{2,6}(?![\p{L}\p{N}_@&/’'-]|\.\p{L}| \d{3})/gu;
const romanNumeral = /^[IVXLCM]+$/;

/** Reports stiff words, and jargon and abbreviations that the page does not explain (C109), each once for each page. */
export function checkHardWords(prose: Prose, hard: HardWords, explained: readonly string[]): Finding[] {
  const { text } = prose;
  const isExplained = (word: string) =>
    explained.some((term) => term.toLowerCase().includes(word.toLowerCase())) ||
    text.includes(`(${word})`) ||
    text.includes(`${word} (`);
  const needsExplanation = ({ start, written }: { start: number; written: string }) =>
    !['field', 'address'].includes(prose.kindAt(start) ?? '') && !prose.isInLink(start) && !isExplained(written);

  const stiff = findAll(text, hard.stiff).flatMap((found) => {
    const use = hard.plainer.get(plain(found.written.toLowerCase()));
    return use === undefined ? [] : [{ ...found, kind: 'plainer', use }];
  });
  const jargon = findAll(text, hard.jargon)
    .filter(needsExplanation)
    .map((found) => ({ ...found, kind: 'jargon', use: '' }));
  const abbreviations = findAll(text, abbreviation)
    .filter((found) => !hard.abbreviations.has(found.written) && !romanNumeral.test(found.written))
    .filter((found) => !isShouted(text, found) && needsExplanation(found))
    .map((found) => ({ ...found, kind: 'abbreviation', use: '' }));

  const firsts = new Map(
    [...stiff, ...jargon, ...abbreviations].toReversed().map((each) => [each.written.toLowerCase(), each]),
  );
  return [...firsts.values()].map(({ kind, written, use, ...range }) =>
    hardWord.at(prose.place(range), { kind, found: written, use }),
  );
}

/** Whether a word in capitals has another one beside it: two in a row are emphasis, not abbreviations. */
function isShouted(text: string, { start, end }: Range): boolean {
  return (
    /\p{Lu}{2} $/u.test(text.slice(Math.max(0, start - 3), start)) || /^ \p{Lu}{2}/u.test(text.slice(end, end + 3))
  );
}
