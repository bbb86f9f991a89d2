/** Something recognised in a text. Offsets count UTF-16 units. */
export interface Found {
  readonly start: number;
  readonly end: number;
  /** The characters from `start` to `end`. */
  readonly written: string;
}

/** The place of a match of a regular expression. */
export function foundAt({ index, 0: written }: RegExpExecArray): Found {
  return { start: index, end: index + written.length, written };
}

/** The places of all matches of a regular expression with the flag `g`. */
export function findAll(text: string, pattern: RegExp): Found[] {
  return [...text.matchAll(pattern)].map(foundAt);
}
