import type { Page } from '@playwright/test';

/** An accessibility barrier that a check found. */
export interface Barrier {
  /** The rule of an engine, or the name of the check. */
  readonly rule: string;
  /** The success criteria of WCAG 2.2 that it fails; empty for good practice. */
  readonly criteria: readonly string[];
  /** The place: a selector or its text. */
  readonly element: string;
  readonly words: string;
  /** The engine cannot decide. Counts as a barrier until a person has reviewed it. */
  readonly isUndecided: boolean;
}

/** The result of a check on a page. */
export interface Judgement {
  readonly barriers: readonly Barrier[];
  /** The criteria for which the page had something to judge. */
  readonly judged: readonly string[];
}

/** Judges an open page and restores its viewport and media. `judgeInTurn` runs several checks on one page. */
export interface Check {
  /** The name in `content/accessibility/criteria.yaml`. */
  readonly id: string;
  /** The criteria that it can find failed. */
  readonly criteria: readonly string[];
  /** Its result depends on colours, so it runs in every colour scheme. */
  readonly seesColours?: true;
  /** It changes the page, so the next check opens the page again. */
  readonly leavesTraces?: true;
  readonly judge: (page: Page) => Promise<Judgement>;
}

/** A barrier on one line. */
export function inWords({ rule, criteria, element, words, isUndecided }: Barrier): string {
  const where = criteria.length > 0 ? ` (${criteria.join(', ')})` : '';
  return `${rule}${where}${isUndecided ? ', undecided' : ''}: ${element} – ${words}`;
}
