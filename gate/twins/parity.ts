import { diffArrays } from 'diff';
import type { Piece, Section } from './outline.ts';
import type { Placed } from './placed.ts';

/** Pieces of two twins that do not match: what one has where the other has something else, or nothing. */
export interface Gap {
  readonly mine: readonly Piece[];
  readonly theirs: readonly Piece[];
  /** Where in my twin the pieces of the other one belong. */
  readonly place: Placed;
}

/** The pieces of a twin, and for each section which recorded section it is, or null when it is new. */
export interface Side {
  readonly pieces: readonly Piece[];
  readonly recordedAs: readonly (number | null)[];
}

/** Where the headings, components, list items and table rows of two twins part. */
export function gapsBetween({ pieces: mine, ...my }: Side, { pieces: theirs, ...their }: Side): Gap[] {
  const identify = ({ recordedAs }: Pick<Side, 'recordedAs'>, { token, opens }: Piece) =>
    opens === null ? token : `${token} ${recordedAs[opens]}`;
  const changes = diffArrays(
    mine.map((piece) => identify(my, piece)),
    theirs.map((piece) => identify(their, piece)),
  );
  const gaps: { mine: Piece[]; theirs: Piece[]; place: Placed }[] = [];
  let open: (typeof gaps)[number] | null = null;
  let at = 0;
  let theirAt = 0;
  for (const { count, added, removed } of changes) {
    if (!added && !removed) open = null;
    else if (!open) {
      open = { mine: [], theirs: [], place: placeFor(mine, at, theirs[theirAt]) };
      gaps.push(open);
    }
    if (!added) {
      open?.mine.push(...mine.slice(at, at + count));
      at += count;
    }
    if (!removed) {
      open?.theirs.push(...theirs.slice(theirAt, theirAt + count));
      theirAt += count;
    }
  }
  return gaps;
}

/** Before the next piece of my twin; or at the one before, when only that one is of the kind that is missing. */
function placeFor(mine: readonly Piece[], at: number, missing: Piece | undefined): Placed {
  const [before, next] = [mine[at - 1], mine[at]];
  const isAlike = (piece: Piece | undefined) => piece?.token === missing?.token;
  return (!isAlike(next) && isAlike(before) ? before : (next ?? before)) ?? { line: 1, column: 1 };
}

/** Something that a section has in one language only. */
export interface Lack extends Placed {
  /** As the editor of the other twin wrote it. */
  readonly written: string;
}

/** The numbers, dates, e-mail addresses and telephone numbers that a section lacks and its counterpart has, each once. */
export function missingValues(mine: Section, theirs: Section): Lack[] {
  const known = new Set(mine.values.map(({ value }) => value));
  return theirs.values.filter(({ value }) => {
    const isMissing = !known.has(value);
    known.add(value);
    return isMissing;
  });
}

/**
 * The links that a section lacks and its counterpart has.
 * @param my what my link must have in common with its counterpart: where it leads, whatever that is called in a language
 * @param their the same for the other twin
 */
export function missingLinks(
  mine: Section,
  theirs: Section,
  my: (target: string) => string,
  their: (target: string) => string,
): Lack[] {
  const left = mine.links.map(({ target }) => my(target));
  return theirs.links.flatMap(({ target, line, column }) => {
    const index = left.indexOf(their(target));
    if (index < 0) return [{ line, column, written: target }];
    left.splice(index, 1);
    return [];
  });
}
