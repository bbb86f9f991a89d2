import type { Language } from '#lib/languages/languages.ts';
import type { PageFile } from '../read/files.ts';
import { folderOfPage } from '../read/places.ts';
import {
  type ConfirmedSection,
  type Counterparts,
  confirmationName,
  counterpartsOf,
  readConfirmation,
} from './confirmation.ts';
import { historyOf, type SectionHistory } from './history.ts';
import type { Outline } from './outline.ts';

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
