import type { Result } from '#lib/records/accessibility.ts';
import type { CriterionNumber } from '#lib/records/wcag.ts';
import type { Run, RunTest } from '../reporter.ts';
import type { Recorded } from '../results.ts';

/** What a run says of one success criterion. */
export interface CriterionSummary {
  readonly number: CriterionNumber;
  readonly result: Result;
  /** Checks that judged it on at least one page. */
  readonly checks: readonly string[];
  /** Tests of the site that speak of it as a whole. */
  readonly tests: readonly RunTest[];
  /** Barriers that nothing excuses, with the page where each stands. */
  readonly barriers: readonly { readonly page: string; readonly look: string; readonly words: string }[];
}

/** How a check fared over the pages in one look. */
interface CheckSummary {
  readonly check: string;
  readonly look: string;
  readonly pages: number;
  readonly barriers: number;
  readonly excused: number;
}

/** What a run says of each criterion, in the order that is given. */
export function summarise(
  { tests, judgements }: Run,
  numbers: readonly CriterionNumber[],
): CriterionSummary[] {
  return numbers.map((number) => {
    const about = tests.filter(({ criteria, outcome }) => criteria.includes(number) && outcome !== 'skipped');
    const judged = judgements.filter((each) => each.judged.includes(number));
    const barriers = judgements.flatMap(({ page, look, barriers: found }) =>
      found
        .filter(({ criteria }) => criteria.includes(number))
        .map(({ rule, element, words }) => ({ page, look, words: `${rule}: ${element} – ${words}` })),
    );
    const isFailed = barriers.length > 0 || about.some(({ outcome }) => outcome === 'failed');
    const isTested = judged.length > 0 || about.length > 0;
    return {
      number,
      result: isFailed ? 'failed' : isTested ? 'passed' : 'untested',
      checks: [...new Set(judged.map(({ check }) => check))],
      tests: about,
      barriers,
    };
  });
}

/** How each check fared, look by look. */
export function summariseChecks(judgements: readonly Recorded[]): CheckSummary[] {
  const groups = Map.groupBy(judgements, ({ check, look }) => `${check}\n${look}`);
  return [...groups.values()].map((group) => ({
    check: group[0]?.check ?? '',
    look: group[0]?.look ?? '',
    pages: new Set(group.map(({ page }) => page)).size,
    barriers: group.reduce((sum, { barriers }) => sum + barriers.length, 0),
    excused: group.reduce((sum, { excused }) => sum + excused.length, 0),
  }));
}

/** Which exceptions excused something, by their place in the list. */
export function usedExceptions(judgements: readonly Recorded[]): ReadonlySet<number> {
  return new Set(judgements.flatMap(({ excused }) => excused.map(({ exception }) => exception)));
}
