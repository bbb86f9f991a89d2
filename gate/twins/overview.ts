import { pathOf } from '../read/files.ts';
import type { SectionHistory } from './staleness.ts';
import { type PageState, sinceOf } from './state.ts';

/** How one language of a page stands to the others. */
type TwinStatus =
  | 'inStep'
  /** It changed, and another language did not. */
  | 'changed'
  /** Another language changed, and this one did not. */
  | 'behind'
  /** All languages changed, or nobody ever confirmed that they mean the same. */
  | 'unconfirmed'
  /** Headings, components or lists differ. */
  | 'uneven'
  /** A mistake of this page comes first. */
  | 'faulty'
  | 'draft';

export interface TwinState {
  readonly key: string;
  readonly language: string;
  /** Where it is, or will be; null when its slug cannot be read. */
  readonly path: string | null;
  readonly status: TwinStatus;
  /** Since when it is in step, or behind: YYYY-MM-DD; null when nobody can know. */
  readonly since: string | null;
  /** What changed in this language, or in the others while this one did not. */
  readonly sections: readonly SectionHistory[];
  /** The language that it was translated from, while nobody has reviewed it. */
  readonly awaitsReview: string | null;
}

/** The state of every twin that exists, page by page. */
export function twinStatesOf(states: readonly PageState[]): TwinState[][] {
  return states.map((state) =>
    state.twins.map((twin) => ({
      ...statusOf(state, twin.language),
      key: state.key,
      language: twin.language,
      path: pathOf(twin),
      awaitsReview: twin.frontMatter.value?.translatedFrom ?? null,
    })),
  );
}

/** Whether a page can be published as far as its twins are concerned. A translation that awaits review says so on its page. */
export function isSettled({ status }: TwinState): boolean {
  return status === 'inStep' || status === 'draft';
}

function statusOf(state: PageState, language: string): Pick<TwinState, 'status' | 'since' | 'sections'> {
  const { comparison } = state;
  const nothing = { since: null, sections: [] };
  if (comparison.kind === 'unrecorded') return { ...nothing, status: 'unconfirmed' };
  if (comparison.kind !== 'recorded') return { ...nothing, status: comparison.kind };
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
  const days = sections.map(({ recorded }) => recorded?.day ?? '').sort();
  return { status: 'inStep', since: days.at(-1) ?? null, sections: [] };
}
