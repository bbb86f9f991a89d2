import { errorAt, type Group, type Letter } from './groups.ts';

/** What all rules of one font share. */
export interface Face {
  readonly family: string;
  readonly names: readonly string[];
  /** Null where the family has one weight. */
  readonly weight: number | null;
  /** The web font's height above and depth below the baseline, in em. */
  readonly ascent: number;
  readonly descent: number;
}

const space = 0x20;

/** By how much a rare letter may be off, in em. */
const rareError = 0.05;

/**
 * The `@font-face` rules for a font that lends every letter, one for each group. Of two rules with a letter in their range the
 * later one counts (CSS Fonts 4, 4.5.1). So the first rule needs no range, and a range may run across letters of later ones,
 * and across rare letters that are not off by much: that is shorter.
 * @param rare letters that are in no group: they are put where they fit
 */
export function rulesOfAll(face: Face, groups: readonly Group[], rare: readonly Letter[]): string {
  const strays = rare.filter((letter) => errorAt(groups[0]?.scale ?? 1, letter) > rareError);
  const full = groups.map((group) => ({
    ...group,
    codes: [
      ...group.codes,
      ...strays.filter((letter) => closest(groups, letter) === group).map(({ code }) => code),
    ],
  }));
  const placeOf = new Map(full.flatMap(({ codes }, place) => codes.map((code) => [code, place] as const)));
  const rareOf = new Map(rare.map((letter) => [letter.code, letter]));
  return full
    .map(({ scale, codes }, place) => {
      const open = (code: number) => {
        const letter = rareOf.get(code);
        return (placeOf.get(code) ?? full.length) > place && !(letter && errorAt(scale, letter) > rareError);
      };
      return rule(face, { scale, codes }, place === 0 ? null : rangesOf(codes, open));
    })
    .join('');
}

/** The rules for a font that lends some letters, in place of those of another font. */
export function rulesOfSome(face: Face, groups: readonly Group[]): string {
  return groups
    .map((group) =>
      rule(
        face,
        group,
        rangesOf(group.codes, () => false),
      ),
    )
    .join('');
}

/**
 * The value of `unicode-range` for code points.
 * @param open whether a range may run across a code point that is not among them
 */
export function rangesOf(codes: readonly number[], open: (code: number) => boolean): string {
  const ranges: [from: number, to: number][] = [];
  for (const code of codes.toSorted((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && between(last[1], code).every(open)) last[1] = code;
    else ranges.push([code, code]);
  }
  return ranges
    .map(([from, to]) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`))
    .join(', ');
}

function rule(face: Face, { scale, codes }: Group, range: string | null): string {
  const descriptors = [
    ['font-family', `"${face.family}"`],
    ['src', face.names.map((name) => `local("${name}")`).join(', ')],
    ...(face.weight === null ? [] : [['font-weight', String(face.weight)]]),
    // The kerning of the local font is not the web font's.
    ['font-feature-settings', '"kern" 0'],
    ['size-adjust', percent(scale)],
    ...(range === null ? [] : [['unicode-range', range]]),
    // The height of a line comes from the face that has the space (CSS Fonts 4, “first available font”).
    ...(codes.includes(space)
      ? [
          ['ascent-override', percent(face.ascent / scale)],
          ['descent-override', percent(face.descent / scale)],
        ]
      : []),
  ];
  return `@font-face {\n${descriptors.map(([name, value]) => `  ${name}: ${value};\n`).join('')}}\n`;
}

function closest(groups: readonly Group[], letter: Letter): Group | undefined {
  return groups.toSorted((a, b) => errorAt(a.scale, letter) - errorAt(b.scale, letter))[0];
}

function between(from: number, to: number): number[] {
  return Array.from({ length: to - from - 1 }, (_, index) => from + 1 + index);
}

function hex(code: number): string {
  return code.toString(16);
}

/** A tenth of a percent is a hundredth of a pixel for a letter of the text. */
function percent(part: number): string {
  return `${Number((part * 100).toFixed(1))}%`;
}
