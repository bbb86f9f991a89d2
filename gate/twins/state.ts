import type { Language } from '#lib/languages/languages.ts';
import type { PageFile } from '../read/files.ts';
import type { Outline } from './outline.ts';
import {
  type Counterparts,
  counterpartsOf,
  type RecordedSection,
  readRecord,
  readUnchanged,
  textsOf,
  writeRecord,
} from './record.ts';
import { historyOf, type SectionHistory } from './staleness.ts';

/** The record of a page, as its file holds it. */
export interface RecordFile {
  readonly key: string;
  readonly file: string;
  /** Null when the file cannot be read, which has its own finding. */
  readonly text: string | null;
}

/** How far the twins of a page can be compared. */
export type Comparison =
  /** A draft: nobody reads it yet. */
  | { readonly kind: 'draft' }
  /** A twin is missing or has an error of its own, which is told first. */
  | { readonly kind: 'faulty' }
  /** Headings, components or lists part, so that sections have no counterparts. */
  | { readonly kind: 'uneven'; readonly recorded: readonly RecordedSection[] }
  /** Nobody has said yet, or nobody can read, that these twins say the same. */
  | {
      readonly kind: 'unrecorded';
      readonly isUnreadable: boolean;
      readonly sections: readonly Counterparts[];
    }
  /** In step when no section changed. */
  | { readonly kind: 'recorded'; readonly sections: readonly SectionHistory[] };

/** How the twins of a page stand to each other. */
export interface PageState {
  readonly key: string;
  readonly twins: readonly PageFile[];
  readonly record: RecordFile | null;
  readonly comparison: Comparison;
}

/**
 * Compares the twins of every page with each other and with their record.
 * @param faulty files that have an error of their own
 */
export function statesOf(
  pageFiles: readonly PageFile[],
  records: readonly RecordFile[],
  languages: readonly Language[],
  faulty: ReadonlySet<string>,
): PageState[] {
  const recordOf = new Map(records.map((record) => [record.key, record]));
  return [...Map.groupBy(pageFiles, ({ key }) => key)].map(([key, twins]) => {
    const record = recordOf.get(key) ?? null;
    return { key, twins, record, comparison: compare(twins, record, languages, faulty) };
  });
}

function compare(
  twins: readonly PageFile[],
  record: RecordFile | null,
  languages: readonly Language[],
  faulty: ReadonlySet<string>,
): Comparison {
  if (twins.some(({ frontMatter }) => frontMatter.value?.draft)) return { kind: 'draft' };
  const outlines = twins.flatMap(({ file, language, outline }): [string, Outline][] =>
    outline && !faulty.has(file) ? [[language, outline]] : [],
  );
  if (outlines.length < languages.length) return { kind: 'faulty' };
  if (new Set(outlines.map(([, outline]) => tokensOf(outline))).size > 1) {
    return { kind: 'uneven', recorded: (record?.text && readRecord(record.text, languages)) || [] };
  }
  return compareWithRecord(counterpartsOf(Object.fromEntries(outlines)), record, languages);
}

function compareWithRecord(
  sections: readonly Counterparts[],
  record: RecordFile | null,
  languages: readonly Language[],
): Comparison {
  if (!record) return { kind: 'unrecorded', isUnreadable: false, sections };
  const unchanged = record.text === null ? null : readUnchanged(record.text, sections, languages);
  if (unchanged) {
    const history = unchanged.map((recorded, index) => ({ recorded, now: sections[index] ?? null }));
    return { kind: 'recorded', sections: history.map((each) => ({ ...each, changed: [], behind: [] })) };
  }
  const codes = languages.map(({ code }) => code);
  const recorded = record.text === null ? null : readRecord(record.text, languages);
  const isWhole = recorded?.every(({ texts }) => codes.every((code) => texts[code] !== undefined));
  if (!recorded || !isWhole) return { kind: 'unrecorded', isUnreadable: !recorded, sections };
  return { kind: 'recorded', sections: historyOf(recorded, sections, codes) };
}

function tokensOf({ pieces }: Outline): string {
  return pieces.map(({ token }) => token).join('\n');
}

/**
 * Since when a section is out of step: since the last change of a twin in which it changed, or since the day of the record when
 * that is later. YYYY-MM-DD.
 */
export function sinceOf({ twins }: PageState, { recorded, changed }: SectionHistory): string {
  const days = twins
    .filter(({ language }) => changed.includes(language))
    .map(({ frontMatter }) => frontMatter.value?.updated ?? '');
  return [recorded?.day ?? '', ...days].sort().at(-1) ?? '';
}

/**
 * What the record of a page says once somebody has confirmed that its twins mean the same. A section that did not change keeps
 * its day.
 * @param day YYYY-MM-DD
 */
export function settledRecord(
  comparison: Extract<Comparison, { kind: 'recorded' | 'unrecorded' }>,
  day: string,
  languages: readonly Language[],
): string {
  const settled =
    comparison.kind === 'unrecorded'
      ? comparison.sections.map((section) => ({ day, texts: textsOf(section) }))
      : comparison.sections.flatMap(({ recorded, now, changed }) =>
          now ? [{ day: changed.length > 0 ? day : (recorded?.day ?? day), texts: textsOf(now) }] : [],
        );
  return writeRecord(settled, languages);
}
