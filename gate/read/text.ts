import { typeOf } from '../files/file-type.ts';
import { type Finding, rule, type SourceFile } from '../finding/finding.ts';

/* How the gate reads a file as text. Lines, columns and offsets of findings and repairs refer to this form. */

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });

/** What a file is when it is no text in UTF-8: a text in another encoding, or the file of a program. */
interface Undecodable {
  readonly text: null;
  readonly kind: 'encoding' | 'program';
  /** The part before the first invalid byte. */
  readonly until: string;
}

/** Decodes a file as UTF-8. */
export function decode(bytes: Uint8Array): { readonly text: string } | Undecodable {
  if (isUtf16(bytes)) return { text: null, kind: 'encoding', until: '' };
  if (['zip', 'pdf', 'ole'].includes(typeOf(Buffer.from(bytes)))) {
    return { text: null, kind: 'program', until: '' };
  }
  try {
    return { text: strict.decode(bytes) };
  } catch {
    const text = lenient.decode(bytes);
    return { text: null, kind: 'encoding', until: text.slice(0, text.indexOf('\ufffd')) };
  }
}

/** UTF-16 has a zero byte beside every Latin letter, which is valid UTF-8 as well. */
function isUtf16(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, 1000);
  return start.includes(0) && start.filter((byte) => byte === 0).length > start.length / 4;
}

/** The text without byte-order mark, each line ending in `\n`. */
export function withPlainLineEnds(text: string): string {
  return text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
}

/** The front matter of a page with the rules around it; empty when there is none, or when no rule closes it. */
export function frontMatterBlock(text: string): string {
  return /^---\n[\s\S]*?\n---(?=\n|$)/.exec(text)?.[0] ?? '';
}

export const untidyFile = rule({ code: 'C061', severity: 'warning', guide: 'typography' });

/**
 * Compares how a file is saved with the form of all others: no byte-order mark, `\n`, composed letters (NFC), no trailing spaces.
 * @param original the text with its byte-order mark and its own line ends
 * @returns one finding for each difference in kind, all with the same repair
 */
export function checkFileForm(source: SourceFile, original: string): Finding[] {
  const { text } = source;
  const composed = text.normalize('NFC');
  const tidy = tidied(composed);
  if (text === '' || tidy === original) return [];
  const kinds: [kind: string, offset: number][] = [];
  if (original.startsWith('\ufeff')) kinds.push(['mark', 0]);
  if (original.includes('\r')) kinds.push(['lines', original.replace(/^\ufeff/, '').search(/\r/)]);
  if (composed !== text) kinds.push(['accents', firstDifference(text, composed)]);
  if (tidy !== composed) kinds.push(['spaces', firstDifference(text, tidied(text))]);
  const fix = { start: 0, end: text.length, replacement: tidy };
  return kinds.map(([kind, offset]) => untidyFile.at(source.place(offset), { kind }, fix));
}

/** The text without trailing spaces, except two before more text (a line break), and with one line end at its end. */
function tidied(text: string): string {
  const trimmed = text.replace(/[ \t\u00a0\u202f]+$/gm, (spaces, offset: number) => {
    const isBreak =
      spaces.startsWith('  ') && /^\n[^\n\S]*\S/.test(text.slice(offset + spaces.length, offset + spaces.length + 200));
    return isBreak ? '  ' : '';
  });
  return `${trimmed.replace(/\n+$/, '')}\n`;
}

function firstDifference(one: string, other: string): number {
  let offset = 0;
  while (offset < one.length && one[offset] === other[offset]) offset++;
  return offset;
}

export const unfinishedMerge = rule({ code: 'C056', severity: 'error', guide: 'places' });

/** The lines that Git writes around two versions (git-merge, "How conflicts are presented"), also escaped or shortened by an editor. */
const marks = {
  ours: /^[ \t]*(?:\\?<){6,}(?:[ \t].*|\w.*)?$/,
  base: /^[ \t]*\|{7,}(?:[ \t][^|]*|\w[^|]*)?$/,
  middle: /^={7}$/,
  theirs: /^[ \t]*(?:\\?>){6,}(?:[ \t].*|\w.*)?$/,
};

/**
 * C056: one finding for a file with a mark of a merge conflict; null for any other file. `=======` alone may underline a title of as many letters.
 * @returns the finding, and the text with one version only, so that the rest of the site can be checked
 */
export function findMerge(source: SourceFile): { readonly finding: Finding; readonly text: string } | null {
  const lines = source.text.split('\n');
  const markOf = (line: string, index: number) => {
    const kind = (Object.keys(marks) as (keyof typeof marks)[]).find((each) => marks[each].test(line)) ?? null;
    return kind === 'middle' && lines[index - 1]?.trim().length === 7 ? null : kind;
  };
  const kinds = lines.map(markOf);
  // A line that underlines a title is between that title and an empty line.
  const isAlone = (index: number) => !lines[index - 1]?.trim() || Boolean(lines[index + 1]?.trim());
  const isSure = kinds.some((kind) => kind !== null && kind !== 'middle');
  const first = kinds.findIndex((kind, index) => (isSure ? kind !== null : kind && isAlone(index)));
  const index = first >= 0 || !source.file.endsWith('.yaml') ? first : kinds.findIndex((kind) => kind !== null);
  if (index < 0) return null;
  let isOther = false;
  const kept = lines.filter((_, at) => {
    const kind = kinds[at];
    if (kind) isOther = kind === 'base' || kind === 'middle';
    return !kind && !isOther;
  });
  const finding = unfinishedMerge.at(source.place(source.startOfLine(index + 1)), {
    kind: source.file.endsWith('/in-step.yaml') ? 'made' : 'written',
    mark: (lines[index] ?? '').trim().slice(0, 40),
  });
  return { finding, text: kept.join('\n') };
}
