import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, describe as group, test } from 'vitest';
import { loadSite } from '#gate/load.ts';
import { languages } from '#lib/languages/languages.ts';
import type { Criteria, LastRun } from '#lib/records/accessibility.ts';
import { criterionNumbers, levelOf, principleOf, principles } from '#lib/records/wcag.ts';
import { type AssessmentRecords, assess, statusOf, type Verdict } from '#lib/site/assessment.ts';

const root = path.resolve(import.meta.dirname, '../..');

group('the criteria of WCAG 2.2', () => {
  test('are the 31 of level A and the 24 of level AA, without the one that is obsolete', () => {
    const ofLevel = (level: string) => criterionNumbers.filter((number) => levelOf(number) === level);
    expect(ofLevel('A')).toHaveLength(31);
    expect(ofLevel('AA')).toHaveLength(24);
    expect(criterionNumbers).not.toContain('4.1.1');
  });

  test('belong to the four principles', () => {
    expect(
      principles.map((each) => criterionNumbers.filter((number) => principleOf(number) === each).length),
    ).toEqual([20, 20, 13, 2]);
  });
});

/** Records in which nothing is known of any criterion, changed in one. */
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

const said = Object.fromEntries(languages.map(({ code }) => [code, 'Words.']));
const passedReview = { day: '2026-05-01', by: 'Somebody', result: 'passed' } as const;

group('the verdict on a criterion', () => {
  test.for<[string, AssessmentRecords, Verdict]>([
    ['nothing is known', recordsWith(), 'unknown'],
    ['only the way it is built is known', recordsWith({ construction: said }), 'designed'],
    ['tests found nothing', recordsWith({ construction: said }, 'passed'), 'clean'],
    ['the site has nothing of the kind', recordsWith({ applies: false, construction: said }), 'absent'],
    ['people found it met', recordsWith({ review: passedReview }, 'passed'), 'met'],
    ['tests found a failure, whatever people say', recordsWith({ review: passedReview }, 'failed'), 'failed'],
    [
      'people found a failure, whatever tests say',
      recordsWith({ review: { ...passedReview, result: 'failed', note: said } }, 'passed'),
      'failed',
    ],
    [
      'a known limit breaks it, whatever tests say',
      recordsWith({ construction: said }, 'passed', [{ criterion: '1.1.1', fails: true, text: said }]),
      'failed',
    ],
    [
      'a known limit is about it and does not break it',
      recordsWith({ construction: said }, 'passed', [{ criterion: '1.1.1', text: said }]),
      'clean',
    ],
  ])('%s', ([, records, verdict]) => {
    expect(assess(records).criteria[0]?.verdict).toBe(verdict);
  });
});

group('the status of the site', () => {
  const all = (verdict: Verdict, ...others: readonly Verdict[]) => [
    ...others,
    ...Array.from({ length: 55 - others.length }, () => verdict),
  ];

  test('is full only when people found every criterion met', () => {
    expect(statusOf(all('met'))).toBe('full');
    for (const verdict of ['clean', 'absent', 'designed', 'unknown', 'failed'] as const) {
      expect(statusOf(all('met', verdict))).toBe('partial');
    }
  });

  test('is partial while most criteria are met, and none when most are not or unknown', () => {
    const failures = (count: number) => Array.from({ length: count }, (): Verdict => 'failed');
    expect(statusOf(all('clean'))).toBe('partial');
    expect(statusOf(all('clean', ...failures(27)))).toBe('partial');
    expect(statusOf(all('clean', ...failures(28)))).toBe('none');
    expect(statusOf(all('unknown'))).toBe('none');
  });
});

/** The text of every test below a folder, joined. */
const testsIn = (...folders: readonly string[]) =>
  folders
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.spec.ts'))
        .map((file) => readFileSync(path.join(root, folder, file), 'utf8')),
    )
    .join('\n');

/** Whether tests have this title: that of a test or a group, or both, as in `By keyboard: out of a lost address`. */
function isTitled(title: string, specs: string): boolean {
  const says = (words: string, end: string) =>
    new RegExp(`(['"\`])${RegExp.escape(words)}${end}`).test(specs);
  const [group = '', ...own] = title.split(': ');
  return (
    says(title, '(?:\\1|[,:]| \\()') || (own.length > 0 && says(group, '[,:]') && says(own.join(': '), '\\1'))
  );
}

/** What a matrix names and the project does not have: checks by their files, journeys by the titles of tests. */
function unknownTests(
  criteria: readonly { automatic: readonly string[]; journeys: readonly string[] }[],
): string[] {
  const checks = readdirSync(path.join(root, 'tests/a11y/checks')).map((file) => file.replace(/\.ts$/, ''));
  const specs = testsIn('tests/a11y', 'tests/e2e', 'components');
  return criteria.flatMap(({ automatic, journeys }) => [
    ...automatic.filter((id) => !checks.includes(id)),
    ...journeys.filter((title) => !isTitled(title, specs)),
  ]);
}

group('the matrix of this site', () => {
  const { site } = loadSite({ root, languages, drafts: false });
  const criteria = site?.accessibility?.criteria ?? [];

  test('names no test that does not exist', () => {
    expect(criteria).toHaveLength(criterionNumbers.length);
    expect(unknownTests(criteria)).toEqual([]);
  });

  test('a test that does not exist would be found', () => {
    const journeys = ['nobody goes this way', 'By keyboard: to nowhere', 'Nobody: out of a lost address'];
    expect(unknownTests([{ automatic: ['no-such-check'], journeys }])).toEqual([
      'no-such-check',
      ...journeys,
    ]);
  });

  test('says of every criterion how it is met, or honestly that nobody has looked yet', () => {
    for (const { number, construction, automatic, journeys, review, verdict } of criteria) {
      const isMet = construction || automatic.length > 0 || journeys.length > 0 || review;
      if (!isMet) expect(verdict, number).toBe('unknown');
    }
  });
});
