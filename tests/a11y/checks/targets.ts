import { findSmallTargets } from '../../e2e/checks/targets.ts';
import type { Check } from '../check.ts';
import { barriers } from '../in-page.ts';

/** 2.5.8, and the 44 pixels that the site requires for controls: targets are large enough. */
export const targets: Check = {
  id: 'targets',
  criteria: ['2.5.8'],
  async judge(page) {
    const small = await findSmallTargets(page);
    return {
      barriers: small.flatMap((element) => {
        const criteria = element.endsWith('WCAG allows') ? [] : ['2.5.8'];
        return barriers('small-target', criteria, [{ element, words: 'pixels' }]);
      }),
      judged: ['2.5.8'],
    };
  },
};
