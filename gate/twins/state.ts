import { diffArrays } from 'diff';
import type { Language } from '#lib/languages/languages.ts';
import { folderOfPage, type PageFile } from '../read/files.ts';
import { withoutTypography } from './change.ts';
import {
  type ConfirmedSection,
  type Counterparts,
  confirmationName,
  counterpartsOf,
  readConfirmation,
} from './confirmation.ts';
import type { Outline, Section } from './outline.ts';

/** The file with the confirmation of a page. */
export interface ConfirmationFile {
  readonly key: string;
  readonly file: string;
  /** Null when the file cannot be read as text, which has its own finding. */
  readonly text: string | null;
}

/** How far the twins of a page can be compared. */
export type Comparison =
  | { readonly kind: 'draft' }
  /** A twin is missing or has an error of its own, which is reported first. */
  | { readonly kind: 'faulty' }
  /** Headings, components or lists differ, so that sections have no counterparts. */
  | { readonly kind: 'uneven'; readonly confirmed: readonly ConfirmedSection[] }
  /** There is no confirmation, or none that can be read. */
  | {
      readonly kind: 'unconfirmed';
      readonly isUnreadable: boolean;
      readonly sections: readonly Counterparts[];
    }
  /** In step when no section changed. */
  | { readonly kind: 'confirmed'; readonly sections: readonly SectionHistory[] };

/** The twins of a page and how they compare. */
export interface PageState {
  readonly key: string;
  readonly twins: readonly PageFile[];
  readonly confirmation: ConfirmationFile | null;
  readonly comparison: Comparison;
}

/** Compares the twins of every page with each other and with their confirmation; `faulty` files have an error of their own. */
export function statesOf(
  pageFiles: readonly PageFile[],
  confirmations: readonly ConfirmationFile[],
  languages: readonly Language[],
  faulty: ReadonlySet<string>,
): PageState[] {
  const byKey = new Map(confirmations.map((each) => [each.key, each]));
  return [...Map.groupBy(pageFiles, ({ key }) => key)].map(([key, twins]) => {
    const confirmation = byKey.get(key) ?? null;
    return { key, twins, confirmation, comparison: compare(twins, confirmation, languages, faulty) };
  });
}

function compare(
  twins: readonly PageFile[],
  confirmation: ConfirmationFile | null,
  languages: readonly Language[],
  faulty: ReadonlySet<string>,
): Comparison {
  if (twins.some(({ frontMatter }) => frontMatter.value?.draft)) return { kind: 'draft' };
  const outlines = twins.flatMap(({ file, language, outline }): [string, Outline][] =>
    outline && !faulty.has(file) ? [[language, outline]] : [],
  );
  if (outlines.length < languages.length) return { kind: 'faulty' };
  const text = confirmation?.text ?? null;
  const confirmed = text === null ? null : readConfirmation(text, languages);
  const tokens = outlines.map(([, { pieces }]) => pieces.map(({ token }) => token).join('\n'));
  if (new Set(tokens).size > 1) {
    return { kind: 'uneven', confirmed: confirmed ?? [] };
  }
  const sections = counterpartsOf(Object.fromEntries(outlines));
  const codes = languages.map(({ code }) => code);
  if (!confirmed?.every(({ texts }) => codes.every((code) => texts[code] !== undefined))) {
    return { kind: 'unconfirmed', isUnreadable: confirmation !== null && !confirmed, sections };
  }
  return { kind: 'confirmed', sections: historyOf(confirmed, sections, codes) };
}

/** The path of the confirmation of a page, whether it exists or not. */
export function confirmationFileOf({ key, confirmation }: PageState): string {
  return confirmation?.file ?? `${folderOfPage(key)}/${confirmationName}`;
}

/** The day, YYYY-MM-DD, since which a section is out of step: its latest update, or the confirmation when that is later. */
export function sinceOf({ twins }: PageState, { confirmed, changed }: SectionHistory): string {
  const days = twins
    .filter(({ language }) => changed.includes(language))
    .map(({ frontMatter }) => frontMatter.value?.updated ?? '');
  return [confirmed?.day ?? '', ...days].sort().at(-1) ?? '';
}

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
function historyOf(
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
