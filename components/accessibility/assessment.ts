import type { Assessment } from '#lib/site/assessment.ts';
import type { Site } from '#lib/site/site.ts';

/** The assessment of the site; the gate rules out a page that shows it without records. */
export function assessmentOf({ accessibility }: Site): Assessment {
  if (!accessibility) throw new Error('A page shows the accessibility of the site, which has no records.');
  return accessibility;
}
