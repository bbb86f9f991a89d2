import { closestMatch } from 'leven';
import type { Node } from 'mdast';
import { fold } from '#lib/languages/fold.ts';

/** An error stops the site; a warning is reported and stops nothing. */
export type Severity = 'error' | 'warning';

/** The sections of the guide that findings link to; their headings are under `guide` in `gate/messages/<language>.json`. */
export const guideTopics = [
  'places',
  'phone',
  'newPage',
  'moving',
  'pageFields',
  'contactFields',
  'body',
  'components',
  'pictures',
  'documents',
  'links',
  'news',
  'search',
  'typography',
  'wording',
  'drafts',
  'security',
  'accessibility',
  'twins',
  'openPoints',
] as const;
export type GuideTopic = (typeof guideTopics)[number];

/** A position in a known file. Lines and columns count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A position and its file. */
export interface Place extends Position {
  /** Path from the project's root, with `/`. */
  readonly file: string;
  /** The language of the file, or null for a file shared by all languages. */
  readonly language: string | null;
}

/** The place of a finding about a file as a whole: its first character. */
export function startOfFile(file: string, language: string | null = null): Place {
  return { file, language, line: 1, column: 1 };
}

/**
 * A repair that cannot change the meaning: the text from `start` to `end` becomes `replacement`.
 * Both are offsets in UTF-16 units in the text as the gate reads it: without byte-order mark, each line ending in `\n`.
 */
export interface Fix {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  /** The file to repair, when it is not the one that the finding points at. */
  readonly file?: string;
}

/** One mistake in one place, as plain data. `Rule.at` makes it. */
export interface Finding extends Place {
  readonly code: string;
  readonly severity: Severity;
  /** The section of the guide that explains it; `fields` is the section on the fields of the file in question. */
  readonly guide: GuideTopic | 'fields';
  /** Whether an error blocks publishing only: the preview still shows the page. */
  readonly waits: boolean;
  /** Values for the placeholders of the message. */
  readonly details: Readonly<Record<string, string | number>>;
  /** How `npm run check -- --fix` repairs it; absent when only a person can. */
  readonly fix?: Fix;
}

/** Whether a finding is an error. */
export function isError(finding: Finding): boolean {
  return finding.severity === 'error';
}

/** Whether a finding stops the site: an error, unless it waits and the site is only previewed. */
export function stopsSite(finding: Finding, preview: boolean): boolean {
  return isError(finding) && !(preview && finding.waits);
}

/** Sorts findings by file, line, column and code, so that every run reports them in the same order. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.code, b.code),
  );
}

/** Compares two texts by UTF-16 units, for sorting. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What the author of a rule writes down. */
interface Definition<Code extends string> {
  /** `C` and three digits. Its words are `check.<code>` in `gate/messages/<language>.json`. */
  readonly code: Code;
  readonly severity: Severity;
  /** The section of the guide that explains it; `fields` is the section on the fields of the file in question. */
  readonly guide: GuideTopic | 'fields';
  /** An error that blocks publishing only: the preview still shows the page. */
  readonly waits?: boolean;
}

/** One kind of mistake. A rule is exported from the file that checks it, so that "go to definition" leads to its check. */
export class Rule<Code extends string = string> implements Definition<Code> {
  readonly code: Code;
  readonly severity: Severity;
  readonly guide: GuideTopic | 'fields';
  readonly waits: boolean;

  constructor({ code, severity, guide, waits = false }: Definition<Code>) {
    this.code = code;
    this.severity = severity;
    this.guide = guide;
    this.waits = waits;
  }

  /**
   * A finding: this mistake, in one place.
   * @param details the values for the placeholders of the messages
   * @param fix how `npm run check -- --fix` repairs it; absent when only a person can
   */
  at(place: Place, details: Finding['details'] = {}, fix?: Fix | null): Finding {
    const { code, severity, guide, waits } = this;
    const { file, language, line, column } = place;
    return { code, severity, guide, waits, file, language, line, column, details: shown(details), ...(fix && { fix }) };
  }
}

/** Values without the characters that stand in for what cannot be read: a blanked fault, or words of another language. */
function shown(details: Finding['details']): Finding['details'] {
  const entries = Object.entries(details).map(([name, value]) => [
    name,
    typeof value === 'string' ? value.replace(/[\u2060\ufffc]+/g, '…') : value,
  ]);
  return Object.fromEntries(entries);
}

/** Defines a rule. */
export function rule<const Code extends `C${number}`>(definition: Definition<Code>): Rule<Code> {
  return new Rule(definition);
}

/** The candidate that the writer most probably meant: the same in other letters, or at most two typing errors away; `none` when none is that close. */
export function suggestionFor(word: string, candidates: Iterable<string>): string {
  const known = [...candidates];
  const letters = (text: string) => fold(text).replace(/[^\p{L}\p{N}]/gu, '');
  const same = known.find((each) => letters(each) === letters(word) && letters(word) !== '');
  return same ?? closestMatch(word, known, { maxDistance: Math.min(2, word.length - 1) }) ?? 'none';
}

/** The text of one content file as the gate reads it: without byte-order mark, each line ending in `\n`. */
export class SourceFile {
  /** Path from the project's root, with `/`. */
  readonly file: string;
  /** The language of the file, or null for a file shared by all languages. */
  readonly language: string | null;
  readonly text: string;
  #lineStarts: readonly number[] | null = null;

  constructor(file: string, language: string | null, text: string) {
    this.file = file;
    this.language = language;
    this.text = text;
  }

  /** The place of an offset in UTF-16 units. */
  place(offset: number): Place {
    this.#lineStarts ??= lineStartsOf(this.text);
    const isBefore = (start: number) => start <= offset;
    const line = Math.max(0, this.#lineStarts.findLastIndex(isBefore));
    const column = offset - (this.#lineStarts[line] ?? 0) + 1;
    return { file: this.file, language: this.language, line: line + 1, column };
  }

  placeOf(node: Node): Place {
    return this.place(startOf(node));
  }

  /** The offset at which a line starts; lines count from 1. The end of the text for a line that it does not have. */
  startOfLine(line: number): number {
    this.#lineStarts ??= lineStartsOf(this.text);
    return this.#lineStarts[line - 1] ?? this.text.length;
  }
}

/** The offset at which a node of a syntax tree starts. */
export function startOf({ position }: Node): number {
  return position?.start.offset ?? 0;
}

/** The offset after a node of a syntax tree. */
export function endOf({ position }: Node): number {
  return position?.end.offset ?? position?.start.offset ?? 0;
}

function lineStartsOf(text: string): number[] {
  return [0, ...text.matchAll(/\n/g).map(({ index }) => index + 1)];
}
