import type { Translated } from '../languages/languages.ts';
import type { Criteria, LastRun, Result, Statement } from '../records/accessibility.ts';
import { type CriterionNumber, criterionNumbers, type Level, levelOf, urlOfCriterion } from '../records/wcag.ts';

/* The accessibility of the site, derived from criteria, last run and statement, for statement, footer and open data. */

/** The three states of the model statement: fully, partially or not compliant (Implementing Decision (EU) 2018/1523, annex, section 1). */
type Status = 'full' | 'partial' | 'none';

/**
 * What is known about one criterion, the most certain first:
 * - `failed`: a test, a person or a known limit shows that it is not met;
 * - `met`: people judged that it is met;
 * - `absent`: the site has nothing that it applies to;
 * - `clean`: tests found no fault, but they cover only part of it;
 * - `designed`: the construction of the site meets it, but no test or person confirmed that;
 * - `unknown`: none of these.
 */
export const verdicts = ['failed', 'met', 'absent', 'clean', 'designed', 'unknown'] as const;
export type Verdict = (typeof verdicts)[number];

export interface Criterion extends Omit<Criteria[CriterionNumber], 'applies'> {
  readonly number: CriterionNumber;
  readonly level: Level;
  /** Its explanation in the standard. */
  readonly url: string;
  /** The result of the last run; `untested` when no test covers it. */
  readonly result: Result;
  readonly verdict: Verdict;
}

/** A known limitation that may hinder visitors. */
export interface Limit {
  readonly criterion: CriterionNumber | null;
  readonly fails: boolean;
  readonly text: Translated;
}

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

/** Derives the verdict on every criterion and the status of the site from the records. */
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
 * The status of the site by the model statement (Implementing Decision (EU) 2018/1523, notes to section 1): full compliance when all
 * requirements are met without exception, partial compliance when most of them are, none when most of them are not. A requirement
 * that no person has judged never counts as fully met, and one with the verdict `unknown` counts as not met. The level of a criterion
 * does not matter: the directive requires both levels alike.
 */
export function statusOf(all: readonly Verdict[]): Status {
  if (all.every((verdict) => verdict === 'met')) return 'full';
  const unmet = all.filter((verdict) => verdict === 'failed' || verdict === 'unknown');
  return unmet.length * 2 < all.length ? 'partial' : 'none';
}

/** Counts the criteria by verdict. */
export function countVerdicts(criteria: readonly Criterion[]): Readonly<Record<Verdict, number>> {
  const count = (wanted: Verdict) => criteria.filter(({ verdict }) => verdict === wanted).length;
  return Object.fromEntries(verdicts.map((verdict) => [verdict, count(verdict)])) as Record<Verdict, number>;
}
