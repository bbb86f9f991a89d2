/** A place in a file. Lines and columns count from 1. */
export interface Placed {
  readonly line: number;
  readonly column: number;
}
