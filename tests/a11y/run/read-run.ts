import type { JSONReport, JSONReportSpec, JSONReportSuite } from '@playwright/test/reporter';
import type { Result } from '#lib/records/accessibility.ts';
import type { CriterionNumber } from '#lib/records/wcag.ts';
import { judgementName, type Recorded } from '../results.ts';

/** A test of the run, after its last attempt. */
export interface RunTest {
  readonly outcome: 'passed' | 'failed' | 'skipped';
  /** Success criteria that the test covers as a whole. */
  readonly criteria: readonly string[];
}

/** The results of a run. */
export interface Run {
  readonly tests: readonly RunTest[];
  readonly judgements: readonly Recorded[];
}

const outcomes = { expected: 'passed', flaky: 'passed', unexpected: 'failed', skipped: 'skipped' } as const;

/** Reads a run from the report of Playwright's JSON reporter. */
export function readRun(report: JSONReport): Run {
  const tests = report.suites.flatMap(specsOf).flatMap((spec) => spec.tests);
  const results = tests.flatMap((test) => test.results.slice(-1));
  return {
    tests: tests.map(({ status, annotations }) => ({
      outcome: outcomes[status],
      criteria: annotations.flatMap(({ type, description = [] }) => (type === 'criterion' ? description : [])),
    })),
    judgements: results
      .flatMap(({ attachments }) => attachments)
      .filter(({ name }) => name === judgementName)
      .map(({ body = '' }) => JSON.parse(Buffer.from(body, 'base64').toString()) as Recorded),
  };
}

function specsOf({ specs, suites = [] }: JSONReportSuite): JSONReportSpec[] {
  return [...specs, ...suites.flatMap(specsOf)];
}

/** Returns the result of each success criterion: failed when a check or a test found a fault, untested when none looked at it. */
export function resultsOf(
  { tests, judgements }: Run,
  numbers: readonly CriterionNumber[],
): Record<CriterionNumber, Result> {
  const resultOf = (number: CriterionNumber): Result => {
    const about = tests.filter(({ criteria, outcome }) => criteria.includes(number) && outcome !== 'skipped');
    const isBroken = judgements.some(({ barriers }) => barriers.some(({ criteria }) => criteria.includes(number)));
    if (isBroken || about.some(({ outcome }) => outcome === 'failed')) return 'failed';
    const isTested = about.length > 0 || judgements.some(({ judged }) => judged.includes(number));
    return isTested ? 'passed' : 'untested';
  };
  return Object.fromEntries(numbers.map((number) => [number, resultOf(number)])) as Record<CriterionNumber, Result>;
}

/** Indexes of the exceptions that excused a barrier. */
export function usedExceptions(judgements: readonly Recorded[]): ReadonlySet<number> {
  return new Set(judgements.flatMap(({ excused }) => excused.map(({ exception }) => exception)));
}
