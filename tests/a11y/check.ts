import type { Page } from '@playwright/test';

/** Something that stands in the way of a reader, as a check found it. */
export interface Barrier {
  /** What the check calls it: a rule of an engine, or the check's own name. */
  readonly rule: string;
  /** Success criteria of WCAG 2.2 that it breaks; none for what is only good practice. */
  readonly criteria: readonly string[];
  /** Where: a selector, or the words that stand there. */
  readonly element: string;
  readonly words: string;
  /** The engine cannot decide. Somebody must, so this counts until it is reviewed. */
  readonly isUndecided: boolean;
}

/** What a check has to say about a page. */
export interface Judgement {
  readonly barriers: readonly Barrier[];
  /** Criteria for which there was something on the page to judge. */
  readonly judged: readonly string[];
}

/** Looks at an open page, and leaves its window and media as they were. `judgeInTurn` lets several look at one page. */
export interface Check {
  /** The name by which `content/accessibility/criteria.yaml` calls it. */
  readonly id: string;
  /** The criteria that it can find broken. */
  readonly criteria: readonly string[];
  /** Its answer depends on the colours of the page, so it looks in every scheme. */
  readonly seesColours?: true;
  /** It presses, fills in or opens something, so the page must be opened again for whoever looks next. */
  readonly leavesTraces?: true;
  readonly judge: (page: Page) => Promise<Judgement>;
}

/** A barrier in one line. */
export function inWords({ rule, criteria, element, words, isUndecided }: Barrier): string {
  const where = criteria.length > 0 ? ` (${criteria.join(', ')})` : '';
  return `${rule}${where}${isUndecided ? ', undecided' : ''}: ${element} – ${words}`;
}
