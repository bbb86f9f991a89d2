import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe finds: violations, and what it could not decide. The site promises more than AA: text with a contrast of 7:1.
 * Words in drawings are left to `findFaintWords`, because axe cannot decide on them.
 * @param within only this part of the page
 */
export async function findBarriers(page: Page, within?: string): Promise<string[]> {
  // One frame only, so axe need not open a second page to put frames together.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({
    runOnly: { type: 'tag', values: tags },
    rules: { 'color-contrast-enhanced': { enabled: true } },
    resultTypes: ['violations', 'incomplete'],
  });
  const { violations, incomplete } = await (within ? axe.include(within) : axe).analyze();
  const undecided = incomplete.map((rule) => ({
    ...rule,
    nodes: rule.nodes.filter(({ html }) => !html.startsWith('<text')),
  }));
  return [...violations, ...undecided].flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id}: ${target.join(' ')} – ${failureSummary ?? 'undecided'}`,
    ),
  );
}
