import { type Finding, type Fix, type Place, rule, type SourceFile } from '../finding/finding.ts';

/*
 * Characters that are invisible or look like others. Editors cannot see them and mostly pasted them from another program, but
 * search, links, phones and screen readers take them literally. All languages of the site are written in Latin letters.
 */

/** A file that is not UTF-8, or a character that cannot be seen. */
export const unreadableCharacter = rule({ code: 'C060', severity: 'error', guide: 'typography' });
export const unusualSpace = rule({ code: 'C062', severity: 'error', guide: 'typography' });
/** A letter or digit that only looks like the right one. */
export const lookalike = rule({ code: 'C063', severity: 'error', guide: 'typography' });

/** Control and format characters, byte-order mark, blanks that are letters, characters of a symbol font, lost characters. */
const hidden =
  /(?![\t\n])(?:\p{Default_Ignorable_Code_Point}|[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\u2800\ufffc\ufffd])/gu;

/** A symbol of a word processor at the start of a line is the sign of a list (C097). */
const listSymbol = /^[ \t]*[\uf000-\uf0ff](?=[ \t])/;

/** The hidden characters that mean nothing in our languages, so that they can be removed. */
const meaningless = /^[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\ufeff]$/;

/** Spaces other than the ordinary one and the two that do not break. */
const oddSpace = /[\u1680\u2000-\u200a\u205f\u3000]/;

/** A non-breaking space undoes a mark of Markdown in the indentation and after the mark of a heading or a list… */
const afterMark = /^[ \t\u00a0\u202f]*(?:#{1,6}|[-*+>]|\d+[.)])?[\u00a0\u202f]+/;
/** …and a mark of YAML around the colon of a field. */
const aroundColon = /^[ \t\u00a0\u202f]*(?:- )?\w+[\u00a0\u202f]*:[\u00a0\u202f]*/;

/** Cyrillic and Greek letters that look like a Latin one. */
const latinLookalikes = new Map([
  ...pairs('АВЕЅІЈКМНОРСТХУаеѕіјорсхуһԁԛԝ', 'ABESIJKMHOPCTXYaesijopcxyhdqw'),
  ...pairs('ΑΒΕΖΗΙΚΜΝΟΡΤΥΧον', 'ABEZHIKMNOPTYXov'),
]);
const otherScript = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;

/** Ligatures, full-width and mathematical forms, and digits of another script; NFKC resolves most of them. */
const compatibilityForm = /[\u0132\u0133\u2160-\u217f\ufb00-\ufb06\uff01-\uff5e\u{1d400}-\u{1d7ff}]|(?![0-9])\p{Nd}/u;

interface Line {
  readonly source: SourceFile;
  readonly text: string;
  /** Offset of its first character in the file. */
  readonly start: number;
  readonly inYaml: boolean;
}

/** Finds characters that are never meant: C060, C062, C063. The first `yamlLines` lines are YAML: keys, names, addresses. */
export function checkCharacters(source: SourceFile, yamlLines: number): Finding[] {
  return source.text.split('\n').flatMap((text, index) => {
    const line: Line = { source, text, start: source.startOfLine(index + 1), inYaml: index < yamlLines };
    return [...hiddenIn(line), ...misreadIn(line), ...lostIn(line), ...spacesIn(line), ...lookalikesIn(line)];
  });
}

function replace({ start }: Line, from: number, to: number, replacement: string): Fix {
  return { start: start + from, end: start + to, replacement };
}

/** One finding for all hidden characters of a line. */
function hiddenIn(line: Line): Finding[] {
  const [symbol = ''] = line.inYaml ? [] : (listSymbol.exec(line.text) ?? []);
  const found = [...line.text.matchAll(hidden)].filter(({ index }) => index >= symbol.length);
  const [first, last] = [found[0], found.at(-1)];
  if (!first || !last) return [];
  const [from, to] = [first.index, last.index + last[0].length];
  const character = namesOf(found.map(([each]) => each));
  const isFixable = found.every(([each]) => meaningless.test(each));
  const fix = isFixable ? replace(line, from, to, line.text.slice(from, to).replace(hidden, '')) : null;
  return [unreadableCharacter.at(line.source.place(line.start + from), { kind: 'hidden', character }, fix)];
}

/**
 * C060 for a hidden character that a value has and the file does not show: an entity (`&shy;`) or an escape of YAML (`"\u202e"`).
 * @param written the value as the file writes it
 */
export function checkDecoded(place: Place, value: string, written: string): Finding[] {
  if (written.search(hidden) >= 0) return [];
  const found = [...value.matchAll(hidden)]
    .map(([each]) => each)
    .filter((each) => each !== blanked || written.includes('&'));
  return found.length === 0 ? [] : [unreadableCharacter.at(place, { kind: 'hidden', character: namesOf(found) })];
}

/** What takes the place of a syntax fault (`markdown.ts`). */
const blanked = '\u2060';

/** The bytes that Windows-1252 and Mac OS Roman show as characters, by character. */
const bytesOf = ['windows-1252', 'macintosh'].map((encoding) => {
  const decoder = new TextDecoder(encoding);
  return new Map(Array.from({ length: 128 }, (_, index) => [decoder.decode(Uint8Array.of(index + 128)), index + 128]));
});
const [windowsTail, macTail] = bytesOf.map(
  (bytes) => `[${[...bytes].flatMap(([each, byte]) => (byte < 0xc0 ? each : [])).join('')}]`,
);
/** A character of UTF-8 that was read as Windows-1252 (`Ã©`), or as Mac OS Roman (`√©`). */
const misread = new RegExp(
  `[\\u00c2-\\u00df]${windowsTail}|[\\u00e2]${windowsTail}{2}|[√≈¬]${macTail}|‚${macTail}{2}`,
  'gu',
);

/** Bytes in figures, as mail programs (`=C3=A9`, `=20`: RFC 2045), addresses (`%C3%A9`, `%20`) and programs (`\\u00e9`) write them. */
const inFigures =
  /(?<=[\p{L}.,;])=20(?=\p{L})|(?:=[C-F][\dA-F](?:=[89AB][\dA-F])+)+|(?<=\p{Ll})=[C-F][\dA-F](?=\p{Ll})|(?<=\p{L})(?:%[\dA-F]{2})+(?=\p{L})|(?<=\p{L})\\u00[\da-f]{2}|\\u00[\da-f]{2}(?=\p{L})/gu;

/** A word with its right characters, however often it was misread; a capital before a quotation mark (`CAFÉ’`) stays. */
function decodedWord(word: string, inYaml: boolean): string {
  // In an address, an attribute and quotation marks of YAML, figures are what they seem to be.
  const isPlain = !/[/:#"'(&?<{]|=\D*$/.test(word) && !(inYaml && word.includes('\\'));
  const plain = isPlain ? word.replace(inFigures, (each) => letterOf(each) ?? each) : word;
  const decoded = plain.replace(misread, (each) => rightOf(each) ?? each);
  return decoded === word ? word : decodedWord(decoded, inYaml);
}

/** The text of bytes in figures; null unless it is a space, or letters and signs of our languages. */
function letterOf(written: string): string | null {
  const bytes = Uint8Array.from(written.match(/[\da-f]{2}(?![\da-f])/gi) ?? [], (each) => Number.parseInt(each, 16));
  const utf8 = new TextDecoder().decode(bytes);
  const text = utf8.includes('\ufffd') ? new TextDecoder('windows-1252').decode(bytes) : utf8;
  return /^[ \u00a0-\u00ff\u0152\u0153\u2010-\u203a\u20ac\u2122]+$/.test(text) ? text : null;
}

/** C060 for the misread words of a line. */
function misreadIn({ text, source, start, inYaml }: Line): Finding[] {
  const words = [...text.matchAll(/\S+?(?=[.,:;!?)]*(?:\s|$))/g)].filter(
    ([word]) => decodedWord(word, inYaml) !== word,
  );
  const [first] = words;
  if (!first) return [];
  const shown = [...new Set(words.map(([word]) => word.slice(0, 60)))].slice(0, 5);
  const suggestion = shown.map((word) => decodedWord(word, inYaml)).join(', ');
  const [at] = [...first[0]].entries().find(([, each]) => !/[\x20-\x7e]/.test(each)) ?? [0];
  return [
    unreadableCharacter.at(source.place(start + first.index + at), {
      kind: 'misread',
      character: shown.join(', '),
      suggestion,
    }),
  ];
}

/** A sign between two letters that no word has, where a program lost the letter: `minist?re`. */
const lost = /(?<=\p{L})[?¿‰‡†¤¥¦¬¶](?=\p{Ll})/u;

/** C060 for the words of a line in which a letter was lost. */
function lostIn({ text, source, start }: Line): Finding[] {
  const words = [...text.matchAll(/[^\s"]+/g)].filter(
    ([word]) => lost.test(word) && word.search(misread) < 0 && !/[/:#=&@<{]|\.\p{Ll}/u.test(word),
  );
  const [first] = words;
  if (!first) return [];
  const character = words.map(([word]) => word).join(', ');
  return [unreadableCharacter.at(source.place(start + first.index), { kind: 'lost', character })];
}

/** The original of a misread character; null when that is no sign or letter of our languages. */
function rightOf(characters: string): string | null {
  const byteOf = bytesOf[/^[√≈¬‚]/.test(characters) ? 1 : 0];
  const text = new TextDecoder().decode(Uint8Array.from(characters, (each) => byteOf?.get(each) ?? 0));
  return /^[\u00a0-\u00ff\u0152\u0153\u2010-\u203a\u20ac\u2122]$/.test(text) ? text : null;
}

/** One finding for all spaces of a line that should be ordinary ones. */
function spacesIn(line: Line): Finding[] {
  const marks = line.inYaml ? [afterMark, aroundColon] : [afterMark];
  const markEnd = Math.max(...marks.map((mark) => mark.exec(line.text)?.[0].length ?? 0));
  const isWrong = (character: string, index: number) =>
    oddSpace.test(character) || (index < markEnd && /[\u00a0\u202f]/.test(character));
  const units = line.text.split('');
  const [from, to] = [units.findIndex(isWrong), units.findLastIndex(isWrong) + 1];
  if (from < 0) return [];
  const plain = units.map((unit, index) => (isWrong(unit, index) ? ' ' : unit)).slice(from, to);
  const character = namesOf(units.filter(isWrong));
  const fix = replace(line, from, to, plain.join(''));
  return [unusualSpace.at(line.source.place(line.start + from), { character }, fix)];
}

/** One finding for each word with letters or digits that are not what they look like. */
function lookalikesIn(line: Line): Finding[] {
  if (line.inYaml && /^\s*#/.test(line.text)) return [];
  return [...line.text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].flatMap((match) => {
    const [word] = match;
    const odd = [...word].filter((each) => otherScript.test(each) || compatibilityForm.test(each));
    if (odd.length === 0 || (!line.inYaml && isForeignWord(word, odd))) return [];
    const plain = [...word]
      .map((each) => latinLookalikes.get(each) ?? each)
      .join('')
      .normalize('NFKC');
    const isClear = !otherScript.test(plain) && !compatibilityForm.test(plain);
    const details = { word, character: namesOf(odd), suggestion: isClear ? plain : 'none' };
    const fix = isClear ? replace(line, match.index, match.index + word.length, plain) : null;
    return [lookalike.at(line.source.place(line.start + match.index), details, fix)];
  });
}

/** Whether a word of a text is simply written in another script, as a name in Greek is; a word that mixes scripts deceives. */
function isForeignWord(word: string, odd: readonly string[]): boolean {
  const isMixed = /\p{Script=Latin}|\d/u.test(word) && odd.some((each) => latinLookalikes.has(each));
  return odd.every((each) => otherScript.test(each)) && !isMixed;
}

function pairs(theirs: string, ours: string): [string, string][] {
  return [...theirs].map((letter, index) => [letter, ours[index] ?? '']);
}

/** Characters by their numbers in Unicode, each once: `U+200B, U+FEFF`. */
function namesOf(characters: readonly string[]): string {
  const name = (each: string) => `U+${(each.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return [...new Set(characters)].map(name).join(', ');
}
