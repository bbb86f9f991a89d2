import { roundTrip } from '#lib/site/round-trip.ts';

/** Limits in bytes. `npm test` enforces them (`tests/budget-faults.ts`), so they never block an editor. */
export const budgets = {
  firstAnswer: roundTrip,
  medianFirstAnswer: 9_500,
  /** The style sheet in a page. */
  style: 6 * 1024,
  wholeStyle: 9 * 1024,
  fonts: 32 * 1024,
  /** A first visit, by kind of page: first answer, fonts and modules. */
  total: { plain: 45 * 1024, enhanced: 45 * 1024, fetching: 50 * 1024 },
  /** All modules of a page, by kind of page. The module of search contains its engine. */
  script: { plain: 0, enhanced: 4 * 1024, fetching: 5 * 1024 },
  /** All that a first search fetches: the module, and the search data of one language, which grow with the site. */
  firstSearch: 25 * 1024,
} as const;
