import type { Assessment } from '#lib/site/assessment.ts';
import type { Site } from '#lib/site/site.ts';

/**
 * The assessment of the site.
 * @throws Error when there is none, which the gate rules out on pages that show it
 */
export function assessmentOf({ accessibility }: Site): Assessment {
  if (!accessibility) throw new Error('A page shows the accessibility of the site, which has no records.');
  return accessibility;
}
