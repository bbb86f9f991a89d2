/** A letter in two fonts. */
export interface Letter {
  readonly code: number;
  /** Its widths in em. */
  readonly web: number;
  readonly local: number;
  /** Its share of all letters of a text. */
  readonly share: number;
}

/** Letters that are as wide as in the web font when the local one sets them at `scale` times the size. */
export interface Group {
  readonly scale: number;
  readonly codes: readonly number[];
}

const lettersOfLine = 45;

/**
 * Puts letters together whose widths differ by about the same ratio: the fewest groups with which the width of a line is off
 * by no more than `lineError` (em, root mean square). The best division of the sorted ratios is found by dynamic programming,
 * as in optimal one-dimensional k-means.
 * @returns the groups, the one with most letters first
 */
export function groupLetters(letters: readonly Letter[], lineError: number): Group[] {
  const sorted = letters.toSorted((a, b) => a.web / a.local - b.web / b.local || a.code - b.code);
  const spreadOf = spreads(sorted);
  // division[end]: the best way to put the letters before `end` into as many groups as there are so far.
  let divisions = Array.from({ length: sorted.length + 1 }, (_, end) => ({
    spread: spreadOf(0, end),
    starts: [0],
  }));
  const best = () => divisions[sorted.length] ?? { spread: 0, starts: [0] };
  while (Math.sqrt(lettersOfLine * best().spread) > lineError) {
    const fewer = divisions;
    divisions = fewer.map((found, end) => {
      for (const [start, { spread, starts }] of fewer.slice(0, end).entries()) {
        const sum = spread + spreadOf(start, end);
        if (sum < found.spread - 1e-15) found = { spread: sum, starts: [...starts, start] };
      }
      return found;
    });
  }
  const { starts } = best();
  return starts
    .map((start, index) => {
      const members = sorted.slice(start, starts[index + 1]);
      return { scale: scaleOf(members), codes: members.map(({ code }) => code) };
    })
    .toSorted((a, b) => b.codes.length - a.codes.length || a.scale - b.scale);
}

/** By how much a letter is off at a scale, in em. */
export function errorAt(scale: number, { web, local }: Letter): number {
  return Math.abs(web - scale * local);
}

/** The scale at which the letters are off the least. */
function scaleOf(letters: readonly Letter[]): number {
  const wanted = letters.reduce((sum, { share, web, local }) => sum + share * web * local, 0);
  const given = letters.reduce((sum, { share, local }) => sum + share * local ** 2, 0);
  return wanted / given;
}

/** Gives the mean square by which letters are off (em²) when those from `start` to before `end` share their best scale. */
function spreads(letters: readonly Letter[]): (start: number, end: number) => number {
  const sums = [{ web: 0, both: 0, local: 0 }];
  for (const [index, { share, web, local }] of letters.entries()) {
    const before = sums[index] ?? { web: 0, both: 0, local: 0 };
    sums.push({
      web: before.web + share * web ** 2,
      both: before.both + share * web * local,
      local: before.local + share * local ** 2,
    });
  }
  return (start, end) => {
    const [from, to] = [sums[start], sums[end]];
    if (!from || !to || start >= end) return 0;
    return Math.max(0, to.web - from.web - (to.both - from.both) ** 2 / (to.local - from.local));
  };
}
