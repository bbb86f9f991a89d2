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
import type { Assessment } from '#lib/site/assessment.ts';
import { type AssessmentRecords, assess } from '#lib/site/assessment.ts';
import { dayAfter, yearAfter } from '../finding/days.ts';
import type { Finding } from '../finding/finding.ts';
import { SourceFile } from '../finding/source-file.ts';
import type { PageFile } from '../read/files.ts';
import type { ContentReader } from '../read/reader.ts';
import { findingAt, type YamlResult } from '../read/yaml.ts';

/*
 * The records of which the accessibility statement is made, and what the gate asks of them: that they are of this year, and that what
 * people say of a criterion and what the tests found do not contradict each other.
 */

export const criteriaFile = 'content/accessibility/criteria.yaml';
export const lastRunFile = 'content/accessibility/last-run.yaml';
export const statementFile = 'content/accessibility/statement.yaml';

/** The components that show the records. */
const components = [
  'AccessibilityStatus',
  'AccessibilityLimits',
  'AccessibilityMethod',
  'AccessibilityCriteria',
];

/** The three records as they were read. */
interface AccessibilityFiles {
  readonly criteria: YamlResult<Criteria>;
  readonly run: YamlResult<LastRun>;
  readonly statement: YamlResult<Statement>;
  /** Those with texts that people wrote. */
  readonly sources: readonly { readonly source: SourceFile; readonly result: YamlResult<unknown> }[];
}

/** Reads the records; null for a site that has none of them. With one of them, it needs all three (C055). */
export function readAccessibility(
  reader: ContentReader,
  languages: readonly Language[],
): AccessibilityFiles | null {
  const files = [criteriaFile, lastRunFile, statementFile];
  if (!files.some((file) => reader.has(file))) return null;
  const criteriaText = reader.text(criteriaFile, null);
  const statementText = reader.text(statementFile, null);
  const criteria = reader.yamlOf(criteriaFile, criteriaText, criteriaSchema(languages));
  const statement = reader.yamlOf(statementFile, statementText, statementSchema(languages));
  const sourceOf = (file: string, text: string | null, result: YamlResult<unknown>) =>
    text === null ? [] : [{ source: new SourceFile(file, null, text), result }];
  return {
    criteria,
    run: reader.yaml(lastRunFile, lastRunSchema),
    statement,
    sources: [
      ...sourceOf(criteriaFile, criteriaText, criteria),
      ...sourceOf(statementFile, statementText, statement),
    ],
  };
}

/** What the records together say; null without them, or when one of them has findings. */
export function assessmentOf(files: AccessibilityFiles | null): Assessment | null {
  const records = valuesOf(files);
  return records && assess(records);
}

function valuesOf(files: AccessibilityFiles | null): AssessmentRecords | null {
  const [criteria, run, statement] = [files?.criteria.value, files?.run.value, files?.statement.value];
  return criteria && run && statement ? { criteria, run, statement } : null;
}

/** A page that shows the records needs them. */
export function checkAccessibilityUse(
  files: AccessibilityFiles | null,
  pageFiles: readonly PageFile[],
): Finding[] {
  const isShown = pageFiles.some(({ body }) => components.some((name) => body?.components.has(name)));
  if (files || !isShown) return [];
  return [criteriaFile, lastRunFile, statementFile].map((file) => ({
    code: 'C055',
    file,
    language: null,
    line: 1,
    column: 1,
    details: { file },
  }));
}

/** What the tests found is what the statement says. */
export function checkAccessibility(files: AccessibilityFiles | null): Finding[] {
  const records = valuesOf(files);
  if (!files || !records) return [];
  return [...checkFailures(files, records), ...checkLimits(files, records), ...checkResults(files, records)];
}

/**
 * Every criterion that a test or a person found wanting is told to visitors: the model statement asks for a list of what is not
 * accessible (Implementing Decision (EU) 2018/1523, annex, section 1).
 */
function checkFailures({ criteria, run }: AccessibilityFiles, records: AssessmentRecords): Finding[] {
  const told = new Set(
    records.statement.limits.filter(({ fails }) => fails).map(({ criterion }) => criterion),
  );
  return criterionNumbers
    .filter((number) => !told.has(number))
    .flatMap((number): Finding[] => {
      if (records.run.results[number] === 'failed') {
        return [findingAt(run, ['results', number], 'C164', { number, kind: 'run' })];
      }
      if (records.criteria[number].review?.result === 'failed') {
        return [findingAt(criteria, [number, 'review', 'result'], 'C164', { number, kind: 'review' })];
      }
      return [];
    });
}

/** A limit does not say that a criterion is not met which people judged to be met. */
function checkLimits({ statement }: AccessibilityFiles, records: AssessmentRecords): Finding[] {
  return records.statement.limits.flatMap(({ criterion, fails }, index) => {
    const review = criterion && fails ? records.criteria[criterion].review : null;
    if (!criterion || review?.result !== 'passed') return [];
    return [
      findingAt(statement, ['limits', index, 'fails'], 'C165', {
        number: criterion,
        by: review.by,
        day: review.day,
      }),
    ];
  });
}

/** What a run says of a criterion comes from a test that the list of criteria names. */
function checkResults(
  { run }: AccessibilityFiles,
  { criteria, run: { results } }: AssessmentRecords,
): Finding[] {
  const isTested = (number: CriterionNumber) =>
    criteria[number].automatic.length + criteria[number].journeys.length > 0;
  return criterionNumbers
    .filter((number) => results[number] !== 'untested' && !isTested(number))
    .map((number) => findingAt(run, ['results', number], 'C166', { number }));
}

/** Days ahead of the last one on which the statement holds, from which editors are warned. */
const notice = 30;

/**
 * Public bodies review their statement at least once a year (Implementing Decision (EU) 2018/1523, recital 3): what it says was seen on
 * the day of the last run, and holds for twelve months.
 */
export function checkAccessibilityAge(files: AccessibilityFiles | null, today: string): Finding[] {
  if (!files) return [];
  const { criteria, run, statement } = files;
  const reviews = Object.entries(criteria.value ?? {}).flatMap(([number, { review }]) =>
    review ? [{ record: criteria, path: [number, 'review', 'day'], day: review.day }] : [],
  );
  const days = [
    ...reviews,
    ...(run.value ? [{ record: run, path: ['day'], day: run.value.day }] : []),
    ...(statement.value ? [{ record: statement, path: ['prepared'], day: statement.value.prepared }] : []),
  ];
  const future = days
    .filter(({ day }) => day > today)
    .map(({ record, path, day }) => findingAt(record, path, 'C064', { field: path.join('.'), day, today }));
  if (!run.value) return future;
  const { day } = run.value;
  const until = yearAfter(day);
  const code = today > until ? 'C162' : today > dayAfter(until, -notice) ? 'C163' : null;
  return code ? [...future, findingAt(run, ['day'], code, { day, until })] : future;
}
