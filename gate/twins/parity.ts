import { diffArrays } from 'diff';
import type { Position } from '../finding/finding.ts';
import type { Piece, Section } from './outline.ts';

/** Pieces of two twins that do not match: where one has something, the other has something else or nothing. */
export interface Gap {
  readonly mine: readonly Piece[];
  readonly theirs: readonly Piece[];
  /** Where the pieces of the other twin belong in mine. */
  readonly position: Position;
}

/** The pieces of a twin, and for each section the index of its confirmed section; null when it is new. */
export interface Side {
  readonly pieces: readonly Piece[];
  readonly confirmedIndexes: readonly (number | null)[];
}

/** Where the headings, components, list items and table rows of two twins differ. */
export function gapsBetween(my: Side, their: Side): Gap[] {
  const identify = ({ confirmedIndexes }: Side, { token, opens }: Piece) =>
    opens === null ? token : `${token} ${confirmedIndexes[opens]}`;
  const changes = diffArrays(
    my.pieces.map((piece) => identify(my, piece)),
    their.pieces.map((piece) => identify(their, piece)),
  );
  const gaps: { mine: Piece[]; theirs: Piece[]; position: Position }[] = [];
  let open: (typeof gaps)[number] | null = null;
  let [at, theirAt] = [0, 0];
  for (const { count, added, removed } of changes) {
    if (!added && !removed) open = null;
    else if (!open) {
      open = { mine: [], theirs: [], position: positionFor(my.pieces, at, their.pieces[theirAt]) };
      gaps.push(open);
    }
    if (!added) {
      open?.mine.push(...my.pieces.slice(at, at + count));
      at += count;
    }
    if (!removed) {
      open?.theirs.push(...their.pieces.slice(theirAt, theirAt + count));
      theirAt += count;
    }
  }
  return gaps;
}

/** Before the next piece of my twin; or at the one before, when only that one is of the kind that is missing. */
function positionFor(mine: readonly Piece[], at: number, missing: Piece | undefined): Position {
  const [before, next] = [mine[at - 1], mine[at]];
  const isAlike = (piece: Piece | undefined) => piece?.token === missing?.token;
  return (!isAlike(next) && isAlike(before) ? before : (next ?? before)) ?? { line: 1, column: 1 };
}

/** A link or a value that a section has in one language only. */
export interface Missing extends Position {
  /** As the editor of the other twin wrote it. */
  readonly written: string;
}

/** The numbers in figures, dates, e-mail addresses and phone numbers that a section lacks and its counterpart has, each once. */
export function missingValues(mine: Pick<Section, 'values'>, theirs: Pick<Section, 'values'>): Missing[] {
  const known = new Set(mine.values.map(({ value }) => value));
  return theirs.values.filter(({ value, isWord = false }) => {
    const isMissing = !isWord && !known.has(value);
    known.add(value);
    return isMissing;
  });
}

/** The links that a section lacks and its counterpart has; `my` and `their` identify a target, independent of the language. */
export function missingLinks(
  mine: Section,
  theirs: Section,
  my: (target: string) => string,
  their: (target: string) => string,
): Missing[] {
  const left = mine.links.map(({ target }) => my(target));
  return theirs.links.flatMap(({ target, line, column }) => {
    const index = left.indexOf(their(target));
    if (index < 0) return [{ line, column, written: target }];
    left.splice(index, 1);
    return [];
  });
}
