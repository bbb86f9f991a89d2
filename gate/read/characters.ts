import type { Finding, FindingCode, Fix } from '../finding/finding.ts';
import { positionAt } from './text.ts';

/*
 * Characters that look like nothing, or like other ones. Search, links, phones and screen readers take them as they are; an
 * editor cannot see them, and mostly pasted them from another program. All languages of the site are written in Latin letters.
 */

export interface CharacterSource {
  readonly file: string;
  readonly language: string | null;
  readonly text: string;
  /** How many lines from the top are YAML: keys, names, addresses. */
  readonly yamlLines: number;
}

/** Control characters, byte-order mark, zero-width and direction marks, line separators, soft hyphens, lost characters. */
const hidden =
  /(?![\t\n])[\p{Cc}\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffd\ud800-\udfff]/gu;

/** Those of them that stand for nothing in our languages, so that they can go. */
const meaningless = /^[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\ufeff]$/;

/** Spaces that are neither the ordinary one nor the two that keep words together. */
const oddSpace = /[\u1680\u2000-\u200a\u205f\u3000]/g;

/** Where a space that keeps words together undoes a mark: the indentation, and after the mark of a heading or a list… */
const afterMark = /^[ \t\u00a0\u202f]*(?:#{1,6}|[-*+>]|\d+[.)])?[\u00a0\u202f]+/;
/** …and around the colon of a field. */
const aroundColon = /^[ \t\u00a0\u202f]*(?:- )?\w+[\u00a0\u202f]*:[\u00a0\u202f]*/;

/** Letters of Cyrillic and Greek that look like one of ours. */
const lookalikes = new Map([
  ...pairs('АВЕЅІЈКМНОРСТХУаеѕіјорсхуһԁԛԝ', 'ABESIJKMHOPCTXYaesijopcxyhdqw'),
  ...pairs('ΑΒΕΖΗΙΚΜΝΟΡΤΥΧον', 'ABEZHIKMNOPTYXov'),
]);
const foreign = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;

/** Joined, full-width and mathematical forms, and digits of another script: Unicode itself says what most of them stand for. */
const compatible =
  /[\u0132\u0133\u2160-\u217f\ufb00-\ufb06\uff01-\uff5e\u{1d400}-\u{1d7ff}]|(?![0-9])\p{Nd}/u;

/** Everything but the characters that any text is full of; most files have none of the rest, and need no closer look. */
const unusual =
  /[^\n\x20-\x7e\u00a1-\u00ac\u00ae-\u0131\u0134-\u024f\u2010-\u2027\u2030-\u205e\u20ac\u2190-\u21ff]/;

/** Finds characters that nobody means: hidden ones (C060), spaces (C062), look-alikes (C063). */
export function checkCharacters(source: CharacterSource): Finding[] {
  if (!unusual.test(source.text)) return [];
  let start = 0;
  return source.text.split('\n').flatMap((text, index) => {
    const line: Line = { source, text, start, inYaml: index < source.yamlLines };
    start += text.length + 1;
    return [...hiddenIn(line), ...spacesIn(line), ...lookalikesIn(line)];
  });
}

interface Line {
  readonly source: CharacterSource;
  readonly text: string;
  /** Offset of its first character. */
  readonly start: number;
  readonly inYaml: boolean;
}

function finding(
  { source, start }: Line,
  code: FindingCode,
  from: number,
  details: Finding['details'],
): Finding {
  const { file, language, text } = source;
  return { code, file, language, ...positionAt(text, start + from), details };
}

const fix = ({ start }: Line, from: number, to: number, replacement: string): { fix: Fix } => ({
  fix: { start: start + from, end: start + to, replacement },
});

/** One finding for all hidden characters of a line. */
function hiddenIn(line: Line): Finding[] {
  const found = [...line.text.matchAll(hidden)];
  const [first, last] = [found[0], found.at(-1)];
  if (!first || !last) return [];
  const [from, to] = [first.index, last.index + last[0].length];
  const character = namesOf(found.map(([each]) => each));
  const canGo = found.every(([each]) => meaningless.test(each));
  const rest = line.text.slice(from, to).replace(hidden, '');
  return [
    {
      ...finding(line, 'C060', from, { kind: 'hidden', character }),
      ...(canGo && fix(line, from, to, rest)),
    },
  ];
}

/** One finding for all spaces of a line that should be ordinary ones. */
function spacesIn(line: Line): Finding[] {
  const marks = [afterMark, ...(line.inYaml ? [aroundColon] : [])].map(
    (mark) => mark.exec(line.text)?.[0].length ?? 0,
  );
  const markEnd = Math.max(...marks);
  const isWrong = (character: string, index: number) =>
    character.match(oddSpace) !== null || (index < markEnd && /[\u00a0\u202f]/.test(character));
  const units = line.text.split('');
  const [from, to] = [units.findIndex(isWrong), units.findLastIndex(isWrong) + 1];
  if (from < 0) return [];
  const plain = units.map((unit, index) => (isWrong(unit, index) ? ' ' : unit)).slice(from, to);
  const character = namesOf(units.filter(isWrong));
  return [{ ...finding(line, 'C062', from, { character }), ...fix(line, from, to, plain.join('')) }];
}

/** One finding for each word with letters or digits that are not what they look like. */
function lookalikesIn(line: Line): Finding[] {
  if (line.inYaml && /^\s*#/.test(line.text)) return [];
  return [...line.text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].flatMap((match) => {
    const [word] = match;
    const odd = [...word].filter((each) => foreign.test(each) || compatible.test(each));
    if (odd.length === 0 || (!line.inYaml && isForeignWord(word, odd))) return [];
    const plain = [...word]
      .map((each) => lookalikes.get(each) ?? each)
      .join('')
      .normalize('NFKC');
    const isClear = !foreign.test(plain) && !compatible.test(plain);
    const details = { word, character: namesOf(odd), suggestion: isClear ? plain : 'none' };
    const end = match.index + word.length;
    return [
      { ...finding(line, 'C063', match.index, details), ...(isClear && fix(line, match.index, end, plain)) },
    ];
  });
}

/** Whether a word of a text is simply written in another script, as a name in Greek is; one that mixes scripts deceives. */
function isForeignWord(word: string, odd: readonly string[]): boolean {
  const isMixed = /\p{Script=Latin}|\d/u.test(word) && odd.some((each) => lookalikes.has(each));
  return odd.every((each) => foreign.test(each)) && !isMixed;
}

function pairs(theirs: string, ours: string): [string, string][] {
  return [...theirs].map((letter, index) => [letter, ours[index] ?? '']);
}

/** Characters by their numbers in Unicode, each once: `U+200B, U+FEFF`. */
function namesOf(characters: readonly string[]): string {
  const name = (each: string) =>
    `U+${(each.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return [...new Set(characters)].map(name).join(', ');
}
