import { expect, describe as group, test } from 'vitest';
import { languages } from '#lib/languages/languages.ts';
import type { Criteria, LastRun } from '#lib/records/accessibility.ts';
import { criterionNumbers, levelOf, principleOf, principles } from '#lib/records/wcag.ts';
import { type AssessmentRecords, assess, statusOf, type Verdict } from '#lib/site/assessment.ts';

group('the criteria of WCAG 2.2', () => {
  test('WCAG 2.2 has 31 criteria of level A and 24 of level AA, without the obsolete 4.1.1', () => {
    const ofLevel = (level: string) => criterionNumbers.filter((number) => levelOf(number) === level);
    expect(ofLevel('A')).toHaveLength(31);
    expect(ofLevel('AA')).toHaveLength(24);
    expect(criterionNumbers).not.toContain('4.1.1');
  });

  test('every criterion belongs to one of the four principles', () => {
    expect(principles.map((each) => criterionNumbers.filter((number) => principleOf(number) === each).length)).toEqual([
      20, 20, 13, 2,
    ]);
  });
});

/** Records that know nothing about any criterion, except what is changed for 1.1.1. */
function recordsWith(
  changed: Partial<Criteria['1.1.1']> = {},
  result: LastRun['results']['1.1.1'] = 'untested',
  limits: AssessmentRecords['statement']['limits'] = [],
): AssessmentRecords {
  const text = Object.fromEntries(languages.map(({ code }) => [code, 'Words.']));
  const nothing = { name: text, construction: null, automatic: [], journeys: [], review: null };
  return {
    criteria: Object.fromEntries(
      criterionNumbers.map((number) => [number, number === '1.1.1' ? { ...nothing, ...changed } : nothing]),
    ) as Criteria,
    run: {
      day: '2026-05-01',
      tools: [],
      pages: 1,
      widths: [320],
      schemes: ['light'],
      results: Object.fromEntries(
        criterionNumbers.map((number) => [number, number === '1.1.1' ? result : 'untested']),
      ) as LastRun['results'],
    },
    statement: { prepared: '2026-05-01', limits },
  };
}

const sentence = Object.fromEntries(languages.map(({ code }) => [code, 'Words.']));
const passedReview = { day: '2026-05-01', by: 'A reviewer', result: 'passed' } as const;

group('the verdict on a criterion', () => {
  test.for<[string, AssessmentRecords, Verdict]>([
    ['unknown when the records say nothing', recordsWith(), 'unknown'],
    ['designed when only the construction is known', recordsWith({ construction: sentence }), 'designed'],
    ['clean when the tests found nothing wrong', recordsWith({ construction: sentence }, 'passed'), 'clean'],
    ['absent when the criterion does not apply', recordsWith({ applies: false, construction: sentence }), 'absent'],
    ['met when a review passed it', recordsWith({ review: passedReview }, 'passed'), 'met'],
    [
      'failed when a test failed, even if a review passed it',
      recordsWith({ review: passedReview }, 'failed'),
      'failed',
    ],
    [
      'failed when a review failed it, even if the tests passed',
      recordsWith({ review: { ...passedReview, result: 'failed', note: sentence } }, 'passed'),
      'failed',
    ],
    [
      'failed when a limit fails it, even if the tests passed',
      recordsWith({ construction: sentence }, 'passed', [{ criterion: '1.1.1', fails: true, text: sentence }]),
      'failed',
    ],
    [
      'clean when a limit mentions it without failing it',
      recordsWith({ construction: sentence }, 'passed', [{ criterion: '1.1.1', text: sentence }]),
      'clean',
    ],
  ])('is %s', ([, records, verdict]) => {
    expect(assess(records).criteria[0]?.verdict).toBe(verdict);
  });
});

group('the status of the site', () => {
  const all = (verdict: Verdict, ...others: readonly Verdict[]) => [
    ...others,
    ...Array.from({ length: 55 - others.length }, () => verdict),
  ];

  test('is full only when reviews passed every criterion', () => {
    expect(statusOf(all('met'))).toBe('full');
    for (const verdict of ['clean', 'absent', 'designed', 'unknown', 'failed'] as const) {
      expect(statusOf(all('met', verdict))).toBe('partial');
    }
  });

  test('is partial while most criteria are met, and none when most are failed or unknown', () => {
    const failures = (count: number) => Array.from({ length: count }, (): Verdict => 'failed');
    expect(statusOf(all('clean'))).toBe('partial');
    expect(statusOf(all('clean', ...failures(27)))).toBe('partial');
    expect(statusOf(all('clean', ...failures(28)))).toBe('none');
    expect(statusOf(all('unknown'))).toBe('none');
  });
});
