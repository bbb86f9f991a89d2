import type { Page } from '@playwright/test';
import axeCore, { type NodeResult, type Result } from 'axe-core';

declare global {
  /** axe, after it was injected into the page. */
  var axe: typeof axeCore;
}

/** The tags of the rules that axe runs. */
export const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The results of axe: failed, undecided and passed rules. */
export interface AxeFindings {
  readonly violations: readonly Result[];
  readonly incomplete: readonly Result[];
  readonly passes: readonly Result[];
}

/**
 * Runs axe, with a contrast of 7:1, which the site promises beyond AA. Leaves out what axe cannot judge, text in drawings, which
 * `findFaintWords` checks. Frames that scroll are opened, because axe cannot judge what is scrolled out of view.
 * @param within selector of the part to check; by default the whole page
 */
export async function runAxe(page: Page, within?: string): Promise<AxeFindings> {
  // axe stays in the page for later runs.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeCore.source);
  const { violations, incomplete, passes } = await page.evaluate(
    async ([part, tags]) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('[role="region"][tabindex="0"] { overflow: visible; width: max-content; max-width: none }');
      document.adoptedStyleSheets.push(sheet);
      const findings = await axe.run(part ?? document, {
        iframes: false,
        // Do not wait for media that does not load.
        preload: { assets: ['cssom', 'media'], timeout: 2000 },
        runOnly: { type: 'tag', values: [...tags] },
        rules: { 'color-contrast-enhanced': { enabled: true } },
        resultTypes: ['violations', 'incomplete'],
      });
      sheet.replaceSync('');
      return findings;
    },
    [within, axeTags] as const,
  );
  const undecided = incomplete.map((rule) => ({
    ...rule,
    nodes: rule.nodes.filter(({ html }) => !html.startsWith('<text')),
  }));
  return { violations, incomplete: undecided, passes };
}

/** The violations and undecided results of axe, one line each. */
export async function findBarriers(page: Page, within?: string): Promise<string[]> {
  const { violations, incomplete } = await runAxe(page, within);
  return [...violations, ...incomplete].flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${placeOf(node)} – ${node.failureSummary ?? 'undecided'}`),
  );
}

/** The selector of a result of axe. */
export function placeOf({ target }: NodeResult): string {
  return target.join(' ');
}
