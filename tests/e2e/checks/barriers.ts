import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { NodeResult, Result } from 'axe-core';

/** The rules that axe is asked for, by their tags. */
export const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe says of a page: rules that are broken, that it could not decide, and that hold. */
export interface AxeFindings {
  readonly violations: readonly Result[];
  readonly incomplete: readonly Result[];
  readonly passes: readonly Result[];
}

/**
 * Asks axe. The site promises more than AA: text with a contrast of 7:1.
 * Words in drawings are left to `findFaintWords`, because axe cannot decide on them.
 * @param within only this part of the page
 */
export async function askAxe(page: Page, within?: string): Promise<AxeFindings> {
  // One frame only, so axe need not open a second page to put frames together.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({
    runOnly: { type: 'tag', values: axeTags },
    rules: { 'color-contrast-enhanced': { enabled: true } },
    resultTypes: ['violations', 'incomplete'],
  });
  const { violations, incomplete, passes } = await (within ? axe.include(within) : axe).analyze();
  const undecided = incomplete.map((rule) => ({
    ...rule,
    nodes: rule.nodes.filter(({ html }) => !html.startsWith('<text')),
  }));
  return { violations, incomplete: undecided, passes };
}

/** What axe finds, in words: violations, and what it could not decide. */
export async function findBarriers(page: Page, within?: string): Promise<string[]> {
  const { violations, incomplete } = await askAxe(page, within);
  return [...violations, ...incomplete].flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${placeOf(node)} – ${node.failureSummary ?? 'undecided'}`),
  );
}

/** The selector of what axe found. */
export function placeOf({ target }: NodeResult): string {
  return target.join(' ');
}
