import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { JSONReport } from '@playwright/test/reporter';
import { expect, describe as group, test } from 'vitest';
import { root } from '#commands/environment.ts';
import { criterionNumbers } from '#lib/records/wcag.ts';
import type { Barrier } from '../a11y/check.ts';
import { checks } from '../a11y/checks.ts';
import { excuse, expired, parseExceptions, readExceptions } from '../a11y/exceptions.ts';
import { fixtures, readBarriers } from '../a11y/fixtures.ts';
import { lastRun } from '../a11y/run/last-run.ts';
import { type Run, type RunTest, readRun, resultsOf, usedExceptions } from '../a11y/run/read-run.ts';

/* The evaluation of `npm run a11y`. The checks themselves need a browser: tests/a11y. */

const barrier: Barrier = {
  rule: 'image-alt',
  criteria: ['1.1.1'],
  element: 'main > img',
  words: 'has no <alt>',
  isUndecided: false,
};

const exception = {
  check: 'axe',
  rule: 'image-alt',
  page: '/nl',
  reason: 'A drawing that says nothing.',
  expires: '2026-12-31',
};

group('an exception', () => {
  const left = (change: object, day = '2026-12-31', page = '/nl') =>
    excuse([{ ...exception, ...change }], 'axe', page, [barrier], day).left.length;

  test('excuses a barrier until its last day', () => {
    expect(left({})).toBe(0);
    expect(left({ page: '*' }, '2026-01-01', '/fr')).toBe(0);
    expect(left({ element: 'img' })).toBe(0);
  });

  test('excuses no other check, rule, page or element, and nothing after its last day', () => {
    expect(left({ check: 'alfa' })).toBe(1);
    expect(left({ rule: 'region' })).toBe(1);
    expect(left({}, '2026-12-31', '/fr')).toBe(1);
    expect(left({ element: 'svg' })).toBe(1);
    expect(left({}, '2027-01-01')).toBe(1);
    expect(expired([exception], '2027-01-01')).toEqual([exception]);
    expect(expired([exception], '2026-12-31')).toEqual([]);
  });

  test('requires a reason and a last day', () => {
    const withoutReason = '- { check: axe, rule: region, page: /nl, expires: 2027-01-01 }';
    const withoutEnd = '- { check: axe, rule: region, page: /nl, reason: it does not disturb anyone }';
    expect(() => parseExceptions(withoutReason)).toThrow('reason');
    expect(() => parseExceptions(withoutEnd)).toThrow('expires');
    expect(() => readExceptions()).not.toThrow();
  });
});

const passed: RunTest = { outcome: 'passed', criteria: ['2.1.1'] };
const judgement = {
  check: 'axe',
  page: '/nl',
  look: '320 px, dark',
  judged: ['1.1.1'],
  barriers: [],
  excused: [],
};
const run: Run = { tests: [passed], judgements: [judgement] };
const resultsWith = (change: Partial<Run>) => resultsOf({ ...run, ...change }, criterionNumbers);

group('the result of a criterion', () => {
  test('is passed when a check or a test covers it and finds nothing', () => {
    expect(resultsWith({})).toMatchObject({ '1.1.1': 'passed', '2.1.1': 'passed' });
  });

  test('is failed when a check finds a barrier or a test fails', () => {
    const broken = { judgements: [{ ...judgement, barriers: [barrier] }] };
    expect(resultsWith(broken)).toMatchObject({ '1.1.1': 'failed' });
    const failing: RunTest = { ...passed, outcome: 'failed' };
    expect(resultsWith({ tests: [passed, failing] })).toMatchObject({ '2.1.1': 'failed' });
  });

  test('is untested when nothing covers it or its test was skipped', () => {
    const skipped: RunTest = { ...passed, outcome: 'skipped' };
    expect(resultsWith({ tests: [skipped] })).toMatchObject({ '1.2.1': 'untested', '2.1.1': 'untested' });
  });
});

test('reads the last attempt of each test from the report of Playwright, with its judgements', () => {
  const attempt = (barriers: readonly Barrier[]) => ({
    attachments: [
      { name: 'judgement', body: btoa(JSON.stringify({ ...judgement, barriers })) },
      { name: 'transcript', body: btoa('link') },
    ],
  });
  const specs = [
    {
      tests: [
        {
          status: 'flaky',
          annotations: [{ type: 'criterion', description: '2.1.1' }, { type: 'slow' }],
          results: [attempt([barrier]), attempt([])],
        },
      ],
    },
    { tests: [{ status: 'unexpected', annotations: [], results: [attempt([barrier])] }] },
  ];
  const report = { suites: [{ specs: specs.slice(0, 1), suites: [{ specs: specs.slice(1) }] }] };
  expect(readRun(report as unknown as JSONReport)).toEqual({
    tests: [passed, { outcome: 'failed', criteria: [] }],
    judgements: [judgement, { ...judgement, barriers: [barrier] }],
  });
});

test('lists the exceptions that excused a barrier', () => {
  const excused = { ...judgement, excused: [{ barrier, exception: 2 }] };
  expect([...usedExceptions([judgement, excused])]).toEqual([2]);
});

test('records the pages, widths, schemes and results of a run', () => {
  const tools = [{ name: 'axe-core', version: '4.13.0' }];
  const results = resultsWith({});
  const text = lastRun('2026-11-22', run, tools, results);
  expect(text).toMatch(/^# .*npm run a11y -- --record\n# /);
  expect(text).toContain('day: 2026-11-22');
  expect(text).toContain('pages: 1\n');
  expect(text).toMatch(/widths:\n\s+- 320\nschemes:\n\s+- dark\n/);
  expect(text).toContain('1.1.1: passed');
  expect(text).toContain('1.2.1: untested');
  expect(() => lastRun('2026-11-22', { ...run, judgements: [] }, tools, results)).toThrow();
});

test('every check is in the file of its name', () => {
  const files = readdirSync(path.join(root, 'tests/a11y/checks'));
  expect(checks.filter(({ id }) => !files.includes(`${id}.ts`))).toEqual([]);
});

test('the table has at least a hundred barriers with a page, and checks find at least 80 % of them', () => {
  const rows = readBarriers();
  const files = readdirSync(path.join(fixtures, 'barriers')).filter((file) => file !== 'clean.html');
  expect(rows.map(({ file }) => `${file}.html`).sort()).toEqual(files.sort());
  expect(rows.length).toBeGreaterThanOrEqual(100);
  expect(rows.filter(({ foundBy }) => foundBy.length > 0).length / rows.length).toBeGreaterThanOrEqual(0.8);
  const unexplained = rows.filter(({ foundBy, missed }) => (foundBy.length === 0) !== (missed !== undefined));
  expect(unexplained).toEqual([]);
  const known = new Set(checks.map(({ id }) => id));
  expect(rows.flatMap(({ foundBy }) => foundBy).filter((id) => !known.has(id))).toEqual([]);
});
