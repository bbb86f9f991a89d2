import { findSmallTargets } from '../../e2e/checks/targets.ts';
import type { Check } from '../check.ts';
import { barriers } from '../in-page.ts';

/** 2.5.8, and the site's own 44 pixels for controls: what a finger must hit is big enough. */
export const targets: Check = {
  id: 'targets',
  criteria: ['2.5.8'],
  async judge(page) {
    const small = await findSmallTargets(page);
    return {
      barriers: barriers(
        'small-target',
        ['2.5.8'],
        small.map((element) => ({ element, words: 'pixels' })),
      ),
      judged: ['2.5.8'],
    };
  },
};
