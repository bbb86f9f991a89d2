import axeCore, { type Result } from 'axe-core';
import { axeTags, placeOf, runAxe } from '../../e2e/checks/barriers.ts';
import type { Barrier, Check } from '../check.ts';
import { isLined } from '../in-page.ts';

/** axe-core, with its rules for WCAG 2.2 A and AA, its best practices, and a contrast of 7:1. */
export const axe: Check = {
  id: 'axe',
  criteria: [...new Set(axeCore.getRules([...axeTags]).flatMap(criteriaOf))],
  seesColours: true,
  async judge(page) {
    const { violations, incomplete: all, passes } = await runAxe(page);
    const incomplete: Result[] = [];
    for (const rule of all) {
      const nodes = [];
      for (const node of rule.nodes) {
        const isLine =
          rule.id.startsWith('color-contrast') && (await page.locator(placeOf(node)).first().evaluate(isLined));
        if (!isLine) nodes.push(node);
      }
      incomplete.push({ ...rule, nodes });
    }
    return {
      barriers: [
        ...violations.flatMap((rule) => barriersOf(rule, false)),
        ...incomplete.flatMap((rule) => barriersOf(rule, true)),
      ],
      judged: [...new Set([...violations, ...incomplete, ...passes].flatMap(criteriaOf))],
    };
  },
};

function barriersOf(rule: Result, isUndecided: boolean): Barrier[] {
  return rule.nodes.map((node) => ({
    rule: rule.id,
    criteria: criteriaOf(rule),
    element: placeOf(node),
    words: (node.failureSummary ?? rule.help).replace(/\s+/g, ' '),
    isUndecided,
  }));
}

/** axe names a criterion by its digits: `wcag2411` is 2.4.11. */
function criteriaOf({ tags }: { readonly tags: readonly string[] }): string[] {
  return tags.flatMap((tag) => {
    const [, principle, guideline, criterion] = /^wcag(\d)(\d)(\d+)$/.exec(tag) ?? [];
    return principle ? [`${principle}.${guideline}.${criterion}`] : [];
  });
}
