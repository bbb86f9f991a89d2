import { diffArrays } from 'diff';
import { fold } from './change.ts';
import type { Section } from './outline.ts';
import type { Counterparts, RecordedSection } from './record.ts';

/** A section now and when its twins last were in step. */
export interface SectionHistory {
  /** How it was; null for a section that is new. */
  readonly recorded: RecordedSection | null;
  /** How it is; null for a section that went away. */
  readonly now: Counterparts | null;
  /** Codes of the languages whose text changed; none when the section is in step. */
  readonly changed: readonly string[];
  /** Codes of the languages whose text did not change while another did: they are behind. */
  readonly behind: readonly string[];
}

/**
 * Compares the sections of a page with its record.
 * @returns every section that is or was, in reading order
 */
export function historyOf(
  recorded: readonly RecordedSection[],
  now: readonly Counterparts[],
  languages: readonly string[],
): SectionHistory[] {
  const pairs = align(
    recorded.map(({ texts }) => languages.map((language) => foldLines(texts[language] ?? ''))),
    now.map((section) => languages.map((language) => foldLines(section[language]?.text ?? ''))),
  );
  return pairs.map(([from, to]) => {
    const was = from === null ? null : (recorded[from] ?? null);
    const is = to === null ? null : (now[to] ?? null);
    const isChanged = (language: string) =>
      fold(was?.texts[language] ?? '') !== fold(is?.[language]?.text ?? '');
    const changed = languages.filter(isChanged);
    const behind = changed.length === 0 ? [] : languages.filter((each) => !changed.includes(each));
    return { recorded: was, now: is, changed, behind };
  });
}

/**
 * Finds which recorded section each section of one language is; null for one that is new. Tells headings apart that look alike
 * where the twins no longer have the same ones.
 */
export function recordedAs(
  recorded: readonly RecordedSection[],
  sections: readonly Section[],
  language: string,
): (number | null)[] {
  const pairs = align(
    recorded.map(({ texts }) => [foldLines(texts[language] ?? '')]),
    sections.map(({ text }) => [foldLines(text)]),
  );
  const found = new Map(pairs.map(([from, to]) => [to, from]));
  return sections.map((_, index) => found.get(index) ?? null);
}

/** The fields and the text before the first heading: every page has them, in these places. */
const fixed = 2;

const foldLines = (text: string) => text.split('\n').map(fold).join('\n');

/** Index of a section as recorded, and now; null where there is none. */
type Pair = readonly [number | null, number | null];

/**
 * Pairs sections with what was recorded of them, also when some came, went or moved: first those that say the same in a
 * language, then between them those with the same first line, then the others in order.
 * @param was the texts of each section in one or more languages, folded
 */
function align(was: readonly string[][], is: readonly string[][]): Pair[] {
  const sameIn = (part: (text: string) => string) => (from: number, to: number) =>
    was[from]?.some((text, index) => part(text) === part(is[to]?.[index] ?? '')) ?? false;
  const indexes = (list: readonly string[][]) => list.map((_, index) => index).slice(fixed);
  const heads = Array.from({ length: fixed }, (_, index): Pair => [index, index]);
  const tests = [sameIn((text) => text), sameIn((text) => text.split('\n', 1)[0] ?? '')];
  return [...heads, ...pairUp(indexes(was), indexes(is), tests)];
}

type Test = (from: number, to: number) => boolean;

/** Pairs what passes the first test, in order, and what lies between by the tests that are left. */
function pairUp(was: readonly number[], is: readonly number[], [test, ...others]: readonly Test[]): Pair[] {
  if (!test) {
    const longest = Math.max(was.length, is.length);
    return Array.from({ length: longest }, (_, index): Pair => [was[index] ?? null, is[index] ?? null]);
  }
  const pairs: Pair[] = [];
  let gone: readonly number[] = [];
  let come: readonly number[] = [];
  let from = 0;
  let to = 0;
  for (const { count, added, removed } of diffArrays([...was], [...is], { comparator: test })) {
    if (removed) gone = was.slice(from, from + count);
    else if (added) come = is.slice(to, to + count);
    else {
      pairs.push(...pairUp(gone, come, others));
      [gone, come] = [[], []];
      for (let step = 0; step < count; step++) pairs.push([was[from + step] ?? null, is[to + step] ?? null]);
    }
    if (!added) from += count;
    if (!removed) to += count;
  }
  return [...pairs, ...pairUp(gone, come, others)];
}
