import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, describe as group, test } from 'vitest';
import { root } from '#commands/environment.ts';
import { loadSite } from '#gate/load.ts';
import { languages } from '#lib/languages/languages.ts';
import { criterionNumbers } from '#lib/records/wcag.ts';
import type { Barrier } from '../a11y/check.ts';
import { checks } from '../a11y/checks.ts';
import { excuse, expired, parseExceptions, readExceptions } from '../a11y/exceptions.ts';
import { criteriaWithFixtures, fixtures, readBarriers } from '../a11y/fixtures.ts';
import type { Run, RunTest } from '../a11y/reporter.ts';
import { lastRun } from '../a11y/run/last-run.ts';
import { reportPage } from '../a11y/run/report.ts';
import { summarise, summariseChecks, usedExceptions } from '../a11y/run/summary.ts';

/*
 * What npm run a11y makes of what it finds. What the checks find, and that each can, takes a browser and minutes: tests/a11y.
 */

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

group('an exception excuses', () => {
  const left = (change: object, day = '2026-12-31', page = '/nl') =>
    excuse([{ ...exception, ...change }], 'axe', page, [barrier], day).left.length;

  test('what it names, until its last day', () => {
    expect(left({})).toBe(0);
    expect(left({ page: '*' }, '2026-01-01', '/fr')).toBe(0);
    expect(left({ element: 'img' })).toBe(0);
  });

  test('nothing else: no other check, rule, page or place, and nothing after its last day', () => {
    expect(left({ check: 'alfa' })).toBe(1);
    expect(left({ rule: 'region' })).toBe(1);
    expect(left({}, '2026-12-31', '/fr')).toBe(1);
    expect(left({ element: 'svg' })).toBe(1);
    expect(left({}, '2027-01-01')).toBe(1);
    expect(expired([exception], '2027-01-01')).toEqual([exception]);
    expect(expired([exception], '2026-12-31')).toEqual([]);
  });

  test('only with a reason and a last day', () => {
    expect(() => parseExceptions('- { check: axe, rule: region, page: /nl, expires: 2027-01-01 }')).toThrow(
      'reason',
    );
    expect(() =>
      parseExceptions('- { check: axe, rule: region, page: /nl, reason: it is fine as it stands }'),
    ).toThrow('expires');
    expect(() => readExceptions()).not.toThrow();
  });
});

const passed: RunTest = {
  file: 'journeys.spec.ts',
  title: 'The menu opens',
  outcome: 'passed',
  seconds: 1,
  criteria: ['2.1.1'],
  errors: [],
};
const judgement = {
  check: 'axe',
  page: '/nl',
  look: '320 px, dark',
  judged: ['1.1.1'],
  barriers: [],
  excused: [],
};
const run: Run = { seconds: 60, tests: [passed], judgements: [judgement], notes: [] };
const resultsOf = (change: Partial<Run>) =>
  Object.fromEntries(
    summarise({ ...run, ...change }, criterionNumbers).map(({ number, result }) => [number, result]),
  );

group('a criterion', () => {
  test('has passed when a check or a test speaks of it and finds nothing', () => {
    expect(resultsOf({})).toMatchObject({ '1.1.1': 'passed', '2.1.1': 'passed' });
  });

  test('has failed when a check finds a barrier, or a test that speaks of it fails', () => {
    expect(resultsOf({ judgements: [{ ...judgement, barriers: [barrier] }] })).toMatchObject({
      '1.1.1': 'failed',
    });
    expect(resultsOf({ tests: [passed, { ...passed, outcome: 'failed' }] })).toMatchObject({
      '2.1.1': 'failed',
    });
  });

  test('is untested when nothing looked, or the test was left out', () => {
    expect(resultsOf({ tests: [{ ...passed, outcome: 'skipped' }] })).toMatchObject({
      '1.2.1': 'untested',
      '2.1.1': 'untested',
    });
  });
});

test('a recorded run says what was looked at, and how each criterion stands', () => {
  const tools = [{ name: 'axe-core', version: '4.13.0' }];
  const text = lastRun('2026-11-22', run, tools, summarise(run, criterionNumbers));
  expect(text).toMatch(/^# .*npm run a11y -- --record\n# /);
  expect(text).toContain('day: 2026-11-22');
  expect(text).toContain('pages: 1\n');
  expect(text).toMatch(/widths:\n\s+- 320\nschemes:\n\s+- dark\n/);
  expect(text).toContain('1.1.1: passed');
  expect(text).toContain('1.2.1: untested');
  expect(() => lastRun('2026-11-22', { ...run, judgements: [] }, tools, [])).toThrow();
});

test('what is typed after npm run a11y reaches it', () => {
  const { status, stderr } = spawnSync('npm', ['run', 'a11y', '--', '--nonsense'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(stderr).toContain('Use: npm run a11y [-- --only');
  expect(status).toBe(2);
});

test('the report tells what failed, and shows what was found as words and not as markup', () => {
  const broken: Run = {
    ...run,
    tests: [{ ...passed, outcome: 'failed', errors: ['<script>alert(1)</script>'] }],
    judgements: [{ ...judgement, barriers: [barrier] }],
    notes: [{ title: 'Reading', text: 'a < b' }],
  };
  const page = reportPage({
    day: '2026-11-22',
    only: null,
    run: broken,
    criteria: summarise(broken, criterionNumbers),
    exceptions: [exception],
    barriers: readBarriers(),
    tools: [],
  });
  expect(page).toContain('1 of 1 tests failed.');
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(page).not.toContain('<script');
  expect(page).toContain('image-alt: main &gt; img – has no &lt;alt&gt;');
  expect(page).toContain('a &lt; b');
  expect(page, 'the style of the site and its own').toMatch(/--paper: [\s\S]+\*\/[\s\S]+\.facts \{/);
  const [, style = ''] = /<style>([\s\S]*)<\/style>/.exec(page) ?? [];
  expect(style.split('/*'), 'comments that end').toHaveLength(style.split('*/').length);
  for (const number of criterionNumbers) expect.soft(page).toContain(`>${number}</a>`);
  expect([...usedExceptions(broken.judgements)]).toEqual([]);
  expect(summariseChecks(broken.judgements)).toEqual([
    { check: 'axe', look: '320 px, dark', pages: 1, barriers: 1, excused: 0 },
  ]);
});

group('the matrix of criteria', () => {
  const { site } = loadSite({ root, languages, drafts: false });
  const automatic = site?.accessibility?.criteria.filter((each) => each.automatic.length > 0) ?? [];

  test('names checks that exist and that can find the criterion broken', () => {
    const wrong = automatic.flatMap(({ number, automatic: ids }) =>
      ids.filter((id) => !checks.find((check) => check.id === id)?.criteria.includes(number)),
    );
    expect(automatic).not.toEqual([]);
    expect(wrong).toEqual([]);
  });

  test('says of a criterion that it is tested by machine just when a page that breaks it is known to be found', () => {
    expect(automatic.map(({ number }) => number)).toEqual(
      criterionNumbers.filter((number) => criteriaWithFixtures().includes(number)),
    );
    for (const number of criteriaWithFixtures()) {
      const files = readdirSync(path.join(fixtures, 'criteria', number)).sort();
      expect.soft(files, number).toEqual(['fails.html', 'passes.html']);
    }
  });
});

test('each check stands in the file of its name', () => {
  const files = readdirSync(path.join(root, 'tests/a11y/checks'));
  expect(checks.filter(({ id }) => !files.includes(`${id}.ts`))).toEqual([]);
});

test('at least a hundred barriers have a page, and at least 80 % of them are found', () => {
  const rows = readBarriers();
  const missing = rows.filter(({ file }) => !existsSync(path.join(fixtures, 'barriers', `${file}.html`)));
  expect(missing).toEqual([]);
  expect(rows.length).toBeGreaterThanOrEqual(100);
  expect(rows.filter(({ foundBy }) => foundBy.length > 0).length / rows.length).toBeGreaterThanOrEqual(0.8);
  const known = new Set(checks.map(({ id }) => id));
  expect(rows.flatMap(({ foundBy }) => foundBy).filter((id) => !known.has(id))).toEqual([]);
});
