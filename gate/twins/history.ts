import { diffArrays } from 'diff';
import { withoutTypography } from './change.ts';
import type { ConfirmedSection, Counterparts } from './confirmation.ts';
import type { Section } from './outline.ts';

/** A section as it was last confirmed, and as it is. */
export interface SectionHistory {
  /** Null for a new section. */
  readonly confirmed: ConfirmedSection | null;
  /** Null for a removed section. */
  readonly now: Counterparts | null;
  /** Codes of the languages in which the text changed; empty when the twins are in step. */
  readonly changed: readonly string[];
  /** Codes of the languages in which the text did not change while another one did. */
  readonly behind: readonly string[];
}

/** Every present and removed section of a page in reading order, compared with its confirmation. */
export function historyOf(
  confirmed: readonly ConfirmedSection[],
  now: readonly Counterparts[],
  languages: readonly string[],
): SectionHistory[] {
  const pairs = align(
    confirmed.map(({ texts }) => languages.map((language) => comparable(texts[language] ?? ''))),
    now.map((section) => languages.map((language) => comparable(section[language]?.text ?? ''))),
  );
  return pairs.map(([from, to]) => {
    const was = from === null ? null : (confirmed[from] ?? null);
    const is = to === null ? null : (now[to] ?? null);
    const isChanged = (language: string) =>
      withoutTypography(was?.texts[language] ?? '') !== withoutTypography(is?.[language]?.text ?? '');
    const changed = languages.filter(isChanged);
    const behind = changed.length === 0 ? [] : languages.filter((each) => !changed.includes(each));
    return { confirmed: was, now: is, changed, behind };
  });
}

/** The index of the confirmed section that each section was, null for a new one: this distinguishes similar headings. */
export function confirmedIndexes(
  confirmed: readonly ConfirmedSection[],
  sections: readonly Section[],
  language: string,
): (number | null)[] {
  const pairs = align(
    confirmed.map(({ texts }) => [comparable(texts[language] ?? '')]),
    sections.map(({ text }) => [comparable(text)]),
  );
  const found = new Map(pairs.map(([from, to]) => [to, from]));
  return sections.map((_, index) => found.get(index) ?? null);
}

/** The fields and the text before the first heading: every page has these two sections, in this order. */
const fixed = 2;

const comparable = (text: string) => text.split('\n').map(withoutTypography).join('\n');

/** The index of a section as confirmed and as it is; null where it does not exist. */
type Pair = readonly [number | null, number | null];

/**
 * Pairs sections with their confirmed texts, even when some were added, removed or moved: first those with the same text in one
 * language, then between them those with the same first line, then the others in order.
 * @param was the comparable texts of each confirmed section, in one or more languages
 * @param is the same for the present sections
 */
function align(was: readonly string[][], is: readonly string[][]): Pair[] {
  const sameIn = (part: (text: string) => string) => (from: number, to: number) =>
    was[from]?.some((text, index) => part(text) === part(is[to]?.[index] ?? '')) ?? false;
  const indexes = (list: readonly string[][]) => list.map((_, index) => index).slice(fixed);
  const first = Array.from({ length: fixed }, (_, index): Pair => [index, index]);
  const tests = [sameIn((text) => text), sameIn((text) => text.split('\n', 1)[0] ?? '')];
  return [...first, ...pairUp(indexes(was), indexes(is), tests)];
}

type Test = (from: number, to: number) => boolean;

/** Pairs the sections that pass the first test, in order, and those between them by the remaining tests. */
function pairUp(was: readonly number[], is: readonly number[], [test, ...others]: readonly Test[]): Pair[] {
  if (!test) {
    const longest = Math.max(was.length, is.length);
    return Array.from({ length: longest }, (_, index): Pair => [was[index] ?? null, is[index] ?? null]);
  }
  const pairs: Pair[] = [];
  let gone: readonly number[] = [];
  let added: readonly number[] = [];
  let [from, to] = [0, 0];
  for (const change of diffArrays([...was], [...is], { comparator: test })) {
    const [oldOnes, newOnes] = [was.slice(from, from + change.count), is.slice(to, to + change.count)];
    if (change.removed) gone = oldOnes;
    else if (change.added) added = newOnes;
    else {
      pairs.push(...pairUp(gone, added, others));
      [gone, added] = [[], []];
      pairs.push(...oldOnes.map((old, index): Pair => [old, newOnes[index] ?? null]));
    }
    if (!change.added) from += change.count;
    if (!change.removed) to += change.count;
  }
  return [...pairs, ...pairUp(gone, added, others)];
}
