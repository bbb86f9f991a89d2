import { pathOf } from '#gate/read/files.ts';
import { type PageState, type SectionHistory, sinceOf } from '#gate/twins/state.ts';
import type { Translate } from './report/describe.ts';

/** The state of one language of a page beside the others. */
type TwinStatus =
  | 'inStep'
  /** It changed, and another language did not. */
  | 'changed'
  /** Another language changed, and this one did not. */
  | 'behind'
  /** All languages changed, or the page was never confirmed. */
  | 'unconfirmed'
  /** Headings, components or lists differ. */
  | 'uneven'
  /** The page has another error, which comes first. */
  | 'faulty'
  | 'draft';

export interface TwinState {
  readonly key: string;
  readonly language: string;
  /** Its path on the site, published or not; null when its slug cannot be read. */
  readonly path: string | null;
  readonly status: TwinStatus;
  /** The day since which it is in step, or out of step, as YYYY-MM-DD; null when unknown. */
  readonly since: string | null;
  /** The sections that changed in this language, or in the others while this one did not. */
  readonly sections: readonly SectionHistory[];
  /** The language that it was translated from, while the translation awaits review. */
  readonly awaitsReview: string | null;
}

/** The state of every twin, page by page. */
export function twinStatesOf(states: readonly PageState[]): TwinState[][] {
  return states.map((state) =>
    state.twins.map((twin) => ({
      ...twinStatusOf(state, twin.language),
      key: state.key,
      language: twin.language,
      path: pathOf(twin),
      awaitsReview: twin.frontMatter.value?.translatedFrom ?? null,
    })),
  );
}

/** Whether a twin may be published as far as its counterparts are concerned. Drafts may; the page of a translation that awaits review has a notice. */
export function isConfirmed({ status }: TwinState): boolean {
  return status === 'inStep' || status === 'draft';
}

/** The state of a twin in words. */
export function stateInWords({ status, since, sections, awaitsReview }: TwinState, translate: Translate): string {
  const state = translate(`translations.${status}`, { since: since ?? 'none', sections: sections.length });
  return awaitsReview === null ? state : `${state}, ${translate('translations.awaitsReview')}`;
}

function twinStatusOf(state: PageState, language: string): Pick<TwinState, 'status' | 'since' | 'sections'> {
  const { comparison } = state;
  if (comparison.kind !== 'confirmed') return { status: comparison.kind, since: null, sections: [] };
  const { sections } = comparison;
  const tests: [TwinStatus, (section: SectionHistory) => boolean][] = [
    ['behind', ({ behind }) => behind.includes(language)],
    ['changed', ({ changed, behind }) => changed.includes(language) && behind.length > 0],
    ['unconfirmed', ({ changed, behind }) => changed.length > 0 && behind.length === 0],
  ];
  for (const [status, test] of tests) {
    const found = sections.filter(test);
    const [since = null] = found.map((section) => sinceOf(state, section)).sort();
    if (found.length > 0) return { status, since, sections: found };
  }
  const days = sections.map(({ confirmed }) => confirmed?.day ?? '').sort();
  return { status: 'inStep', since: days.at(-1) ?? null, sections: [] };
}
