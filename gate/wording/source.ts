import type { Finding, FindingCode, Fix } from '../finding/finding.ts';

/** The text of one file, as the gate reads it: finds the line and the column of a place, and makes findings there. */
export class SourceText {
  readonly file: string;
  /** The language of the file, or null for a file that all languages share. */
  readonly language: string | null;
  readonly text: string;
  #starts: readonly number[] | null = null;

  constructor(file: string, language: string | null, text: string) {
    this.file = file;
    this.language = language;
    this.text = text;
  }

  /** Line and column, counted from 1, of an offset in UTF-16 units. */
  at(offset: number): { line: number; column: number } {
    this.#starts ??= lineStarts(this.text);
    const line = lastAtOrBefore(this.#starts, offset);
    return { line: line + 1, column: offset - (this.#starts[line] ?? 0) + 1 };
  }

  /** Where a line starts, counted from 1. */
  startOfLine(line: number): number {
    this.#starts ??= lineStarts(this.text);
    return this.#starts[line - 1] ?? this.text.length;
  }

  finding(code: FindingCode, offset: number, details: Finding['details'] = {}, fix?: Fix): Finding {
    const place = { file: this.file, language: this.language, ...this.at(offset) };
    return fix ? { code, ...place, details, fix } : { code, ...place, details };
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  return starts;
}

/** Index of the last number of a rising list that is not above a value; the first number must not be. */
export function lastAtOrBefore(rising: readonly number[], value: number): number {
  let [low, high] = [0, rising.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((rising[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
