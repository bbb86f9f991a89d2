import type { Node } from 'mdast';
import type { Place } from './finding.ts';

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
