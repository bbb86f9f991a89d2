import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, describe as group, test } from 'vitest';
import { root } from '#commands/environment.ts';
import { loadSite } from '#gate/load.ts';
import { languages } from '#lib/languages/languages.ts';
import { criterionNumbers } from '#lib/records/wcag.ts';
import { checks } from '../a11y/checks.ts';
import { criteriaWithFixtures, fixtures } from '../a11y/fixtures.ts';

/* What the accessibility records claim about the tests of this project. */

/** The text of every test below a folder, joined. */
const testsIn = (...folders: readonly string[]) =>
  folders
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.spec.ts'))
        .map((file) => readFileSync(path.join(root, folder, file), 'utf8')),
    )
    .join('\n');

/** Whether a test or a group has this title, or both together, as in `A keyboard user: finds a page by searching`. */
function isTitled(title: string, specs: string): boolean {
  const has = (words: string, end: string) => new RegExp(`(['"\`])${RegExp.escape(words)}${end}`).test(specs);
  const [group = '', ...own] = title.split(': ');
  return has(title, '(?:\\1|[,:]| \\()') || (own.length > 0 && has(group, '[,:]') && has(own.join(': '), '\\1'));
}

/** The tests that criteria name and that do not exist: checks by their files, journeys by the titles of tests. */
function unknownTests(criteria: readonly { automatic: readonly string[]; journeys: readonly string[] }[]): string[] {
  const checks = readdirSync(path.join(root, 'tests/a11y/checks')).map((file) => file.replace(/\.ts$/, ''));
  const specs = testsIn('tests/a11y', 'tests/e2e', 'components');
  return criteria.flatMap(({ automatic, journeys }) => [
    ...automatic.filter((id) => !checks.includes(id)),
    ...journeys.filter((title) => !isTitled(title, specs)),
  ]);
}

group('the criteria of this site', () => {
  const { site } = loadSite({ root, languages, drafts: false });
  const criteria = site?.accessibility?.criteria ?? [];

  test('name only tests that exist', () => {
    expect(criteria).toHaveLength(criterionNumbers.length);
    expect(unknownTests(criteria)).toEqual([]);
  });

  test('a test that does not exist is found', () => {
    const journeys = ['a missing test', 'A keyboard user: goes nowhere', 'Nobody: finds a page by searching'];
    expect(unknownTests([{ automatic: ['no-such-check'], journeys }])).toEqual(['no-such-check', ...journeys]);
  });

  test('are unknown where no record says how they are met', () => {
    for (const { number, construction, automatic, journeys, review, verdict } of criteria) {
      const isMet = construction || automatic.length > 0 || journeys.length > 0 || review;
      if (!isMet) expect(verdict, number).toBe('unknown');
    }
  });
});

group('the matrix of criteria', () => {
  const { site } = loadSite({ root, languages, drafts: false });
  const automatic = site?.accessibility?.criteria.filter((each) => each.automatic.length > 0) ?? [];

  test('names existing checks that can find the criterion broken', () => {
    const wrong = automatic.flatMap(({ number, automatic: ids }) =>
      ids.filter((id) => !checks.find((check) => check.id === id)?.criteria.includes(number)),
    );
    expect(automatic).not.toEqual([]);
    expect(wrong).toEqual([]);
  });

  test('marks exactly the criteria with fixtures as tested automatically', () => {
    expect(automatic.map(({ number }) => number)).toEqual(
      criterionNumbers.filter((number) => criteriaWithFixtures().includes(number)),
    );
    for (const number of criteriaWithFixtures()) {
      const files = readdirSync(path.join(fixtures, 'criteria', number)).sort();
      expect.soft(files, number).toEqual(['fails.html', 'passes.html']);
    }
  });
});
