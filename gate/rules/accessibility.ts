import type { Language } from '#lib/languages/languages.ts';
import {
  type Criteria,
  criteriaSchema,
  type LastRun,
  lastRunSchema,
  type Statement,
  statementSchema,
} from '#lib/records/accessibility.ts';
import { type CriterionNumber, criterionNumbers } from '#lib/records/wcag.ts';
import { type Assessment, type AssessmentRecords, assess } from '#lib/site/assessment.ts';
import { dayAfter, yearAfter } from '../finding/days.ts';
import { type Finding, rule, startOfFile } from '../finding/finding.ts';
import type { PageFile } from '../read/files.ts';
import { type ContentReader, missingFile } from '../read/reader.ts';
import type { YamlResult } from '../read/yaml.ts';
import { futureDay } from './upkeep.ts';

/* The records of the accessibility statement: they must be of this year, and agree with each other and with the tests. */

export const outdatedStatement = rule({ code: 'C162', severity: 'error', guide: 'accessibility', waits: true });
export const statementExpires = rule({ code: 'C163', severity: 'warning', guide: 'accessibility' });
export const undisclosedFailure = rule({ code: 'C164', severity: 'error', guide: 'accessibility', waits: true });
export const contradictedLimit = rule({ code: 'C165', severity: 'error', guide: 'accessibility', waits: true });
export const unnamedTest = rule({ code: 'C166', severity: 'error', guide: 'accessibility', waits: true });

export const criteriaFile = 'content/accessibility/criteria.yaml';
export const lastRunFile = 'content/accessibility/last-run.yaml';
export const statementFile = 'content/accessibility/statement.yaml';

/** The components that show the records. */
const components = ['AccessibilityStatus', 'AccessibilityLimits', 'AccessibilityMethod', 'AccessibilityCriteria'];

/** The three records as they were read. */
export interface AccessibilityFiles {
  readonly criteria: YamlResult<Criteria>;
  readonly run: YamlResult<LastRun>;
  readonly statement: YamlResult<Statement>;
}

/** Reads the records; null for a site that has none of them. A site with one of them needs all three (C055). */
export function readAccessibility(reader: ContentReader, languages: readonly Language[]): AccessibilityFiles | null {
  const files = [criteriaFile, lastRunFile, statementFile];
  if (!files.some((file) => reader.has(file))) return null;
  return {
    criteria: reader.yaml(criteriaFile, criteriaSchema(languages)),
    run: reader.yaml(lastRunFile, lastRunSchema),
    statement: reader.yaml(statementFile, statementSchema(languages)),
  };
}

/** The assessment that follows from the records; null without them, or when one of them is invalid. */
export function assessmentOf(files: AccessibilityFiles | null): Assessment | null {
  const records = valuesOf(files);
  return records && assess(records);
}

function valuesOf(files: AccessibilityFiles | null): AssessmentRecords | null {
  const [criteria, run, statement] = [files?.criteria.value, files?.run.value, files?.statement.value];
  return criteria && run && statement ? { criteria, run, statement } : null;
}

/** C055: a page that shows the records needs them. */
export function checkAccessibilityUse(files: AccessibilityFiles | null, pageFiles: readonly PageFile[]): Finding[] {
  const isShown = pageFiles.some(({ body }) => components.some((name) => body?.components.has(name)));
  if (files || !isShown) return [];
  return [criteriaFile, lastRunFile, statementFile].map((file) => missingFile.at(startOfFile(file), { file }));
}

/** C164 to C166: the records agree with each other. */
export function checkAccessibility(files: AccessibilityFiles | null): Finding[] {
  const records = valuesOf(files);
  if (!files || !records) return [];
  return [...checkFailures(files, records), ...checkLimits(files, records), ...checkResults(files, records)];
}

/**
 * C164: visitors are told of every criterion that a test or a person found not met. The model statement requires a list of what is not
 * accessible (Implementing Decision (EU) 2018/1523, annex, section 1).
 */
function checkFailures({ criteria, run }: AccessibilityFiles, records: AssessmentRecords): Finding[] {
  const disclosed = new Set(records.statement.limits.filter(({ fails }) => fails).map(({ criterion }) => criterion));
  return criterionNumbers
    .filter((number) => !disclosed.has(number))
    .flatMap((number): Finding[] => {
      if (records.run.results[number] === 'failed') {
        return [undisclosedFailure.at(run.place(['results', number]), { number, kind: 'run' })];
      }
      if (records.criteria[number].review?.result === 'failed') {
        const place = criteria.place([number, 'review', 'result']);
        return [undisclosedFailure.at(place, { number, kind: 'review' })];
      }
      return [];
    });
}

/** C165: no limit fails a criterion that a review passed. */
function checkLimits({ statement }: AccessibilityFiles, records: AssessmentRecords): Finding[] {
  return records.statement.limits.flatMap(({ criterion, fails }, index) => {
    const review = criterion && fails ? records.criteria[criterion].review : null;
    if (!criterion || review?.result !== 'passed') return [];
    const details = { number: criterion, by: review.by, day: review.day };
    return [contradictedLimit.at(statement.place(['limits', index, 'fails']), details)];
  });
}

/** C166: every result of a run comes from a test that the list of criteria names. */
function checkResults({ run }: AccessibilityFiles, { criteria, run: { results } }: AssessmentRecords): Finding[] {
  const isTested = (number: CriterionNumber) =>
    criteria[number].automatic.length + criteria[number].journeys.length > 0;
  return criterionNumbers
    .filter((number) => results[number] !== 'untested' && !isTested(number))
    .map((number) => unnamedTest.at(run.place(['results', number]), { number }));
}

/** How many days before the end of its year the statement gets a warning. */
const noticeDays = 30;

/**
 * C064, C162 and C163: public bodies review their statement at least once a year (Implementing Decision (EU) 2018/1523, recital 3). The
 * year starts on the day of the last run.
 */
export function checkAccessibilityAge(files: AccessibilityFiles | null, today: string): Finding[] {
  if (!files) return [];
  const { run } = files;
  const future = futureDays(files, today);
  if (!run.value) return future;
  const { day } = run.value;
  const until = yearAfter(day);
  const place = run.place(['day']);
  if (today > until) return [...future, outdatedStatement.at(place, { day, until })];
  const isSoon = today > dayAfter(until, -noticeDays);
  return isSoon ? [...future, statementExpires.at(place, { day, until })] : future;
}

function futureDays({ criteria, run, statement }: AccessibilityFiles, today: string): Finding[] {
  const reviews = Object.entries(criteria.value ?? {}).flatMap(([number, { review }]) =>
    review ? [{ record: criteria, path: [number, 'review', 'day'], day: review.day }] : [],
  );
  const days = [
    ...reviews,
    ...(run.value ? [{ record: run, path: ['day'], day: run.value.day }] : []),
    ...(statement.value ? [{ record: statement, path: ['prepared'], day: statement.value.prepared }] : []),
  ];
  return days
    .filter(({ day }) => day > today)
    .map(({ record, path, day }) => futureDay.at(record.place(path), { field: path.join('.'), day, today }));
}
