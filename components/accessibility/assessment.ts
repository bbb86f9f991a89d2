import type { Assessment } from '#lib/site/assessment.ts';
import type { Site } from '#lib/site/site.ts';

/** What is known of the accessibility of the site. The gate lets no page show it that has no records. */
export function assessmentOf({ accessibility }: Site): Assessment {
  if (!accessibility) throw new Error('A page says how accessible the site is, and nothing is recorded.');
  return accessibility;
}
