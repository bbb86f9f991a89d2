import type { Page } from '@playwright/test';
import axeCore, { type NodeResult, type Result } from 'axe-core';

declare global {
  /** axe, once it stands in a page. */
  var axe: typeof axeCore;
}

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
  // The policy of the site allows no frames. axe stays in the page for a second look.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeCore.source);
  const { violations, incomplete, passes } = await page.evaluate(
    ([part, tags]) =>
      axe.run(part ?? document, {
        iframes: false,
        // A recording that does not come is not waited for.
        preload: { assets: ['cssom', 'media'], timeout: 2000 },
        runOnly: { type: 'tag', values: [...tags] },
        rules: { 'color-contrast-enhanced': { enabled: true } },
        resultTypes: ['violations', 'incomplete'],
      }),
    [within, axeTags] as const,
  );
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
