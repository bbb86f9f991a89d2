import type { Translated } from '../languages/languages.ts';
import type { Criteria, LastRun, Result, Statement } from '../records/accessibility.ts';
import {
  type CriterionNumber,
  criterionNumbers,
  type Level,
  levelOf,
  urlOfCriterion,
} from '../records/wcag.ts';

/*
 * What the three records together say. The status is derived here and nowhere else: the statement, the footer and the file for machines
 * all show this one value.
 */

/** The three states of the model statement: fully, partially or not compliant (Implementing Decision (EU) 2018/1523, annex, section 1). */
type Status = 'full' | 'partial' | 'none';

/**
 * What is known of one criterion, the strongest word first:
 * `failed`    a test, a person or a known limit says that it is not met;
 * `met`       people judged it, and it is met;
 * `absent`    the site has nothing that it is about;
 * `clean`     tests found nothing wrong, but they judge only a part of it;
 * `designed`  the way the site is built meets it, but no test or person confirmed that;
 * `unknown`   none of these.
 */
export const verdicts = ['failed', 'met', 'absent', 'clean', 'designed', 'unknown'] as const;
export type Verdict = (typeof verdicts)[number];

interface Review {
  readonly day: string;
  readonly by: string;
  readonly result: 'passed' | 'failed';
  readonly note?: Translated | undefined;
}

/** One criterion with all that is known of it. */
export interface Criterion {
  readonly number: CriterionNumber;
  readonly level: Level;
  /** Where the standard explains it. */
  readonly url: string;
  readonly name: Translated;
  readonly construction: Translated | null;
  readonly automatic: readonly string[];
  readonly journeys: readonly string[];
  /** What the last run found; `untested` when no test looks at it. */
  readonly result: Result;
  /** Null as long as nobody has judged it. */
  readonly review: Review | null;
  readonly verdict: Verdict;
}

/** Something that may be in the way of visitors. */
export interface Limit {
  readonly criterion: CriterionNumber | null;
  readonly fails: boolean;
  readonly text: Translated;
}

/** What is known of the accessibility of the site. */
export interface Assessment {
  readonly status: Status;
  /** In the order of the standard. */
  readonly criteria: readonly Criterion[];
  readonly limits: readonly Limit[];
  /** Day on which the statement was drawn up. */
  readonly prepared: string;
  readonly run: LastRun;
}

export interface AssessmentRecords {
  readonly criteria: Criteria;
  readonly run: LastRun;
  readonly statement: Statement;
}

/** What the records together say of every criterion and of the site. */
export function assess({ criteria, run, statement }: AssessmentRecords): Assessment {
  const limits = statement.limits.map(
    ({ criterion = null, fails = false, text }): Limit => ({ criterion, fails, text }),
  );
  const failing = new Set(limits.flatMap(({ criterion, fails }) => (fails && criterion) || []));
  const assessed = criterionNumbers.map((number): Criterion => {
    const { name, applies = true, ...how } = criteria[number];
    const result = run.results[number];
    const isFailing = failing.has(number) || result === 'failed' || how.review?.result === 'failed';
    return {
      number,
      level: levelOf(number),
      url: urlOfCriterion(number),
      name,
      ...how,
      result,
      verdict: isFailing ? 'failed' : verdictOf(how, applies, result),
    };
  });
  return {
    status: statusOf(assessed.map(({ verdict }) => verdict)),
    criteria: assessed,
    limits,
    prepared: statement.prepared,
    run,
  };
}

function verdictOf(
  { review, construction }: Pick<Criterion, 'review' | 'construction'>,
  applies: boolean,
  result: Result,
): Verdict {
  if (review) return 'met';
  if (!applies) return 'absent';
  if (result === 'passed') return 'clean';
  return construction ? 'designed' : 'unknown';
}

/**
 * The status of the site, as the model statement defines it (Implementing Decision (EU) 2018/1523, notes to section 1): full compliance
 * when all requirements are met without exception, partial compliance when most of them are, none when most of them are not.
 * A requirement that no person has judged is never taken for fully met, and one of which nothing is known is taken for not met.
 * The level of a criterion plays no part: the directive asks for both levels alike.
 */
export function statusOf(all: readonly Verdict[]): Status {
  if (all.every((verdict) => verdict === 'met')) return 'full';
  const unmet = all.filter((verdict) => verdict === 'failed' || verdict === 'unknown');
  return unmet.length * 2 < all.length ? 'partial' : 'none';
}

/** How many of the criteria have each verdict. */
export function countVerdicts(criteria: readonly Criterion[]): Readonly<Record<Verdict, number>> {
  const count = (wanted: Verdict) => criteria.filter(({ verdict }) => verdict === wanted).length;
  return Object.fromEntries(verdicts.map((verdict) => [verdict, count(verdict)])) as Record<Verdict, number>;
}
