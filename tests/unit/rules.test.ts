import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, describe as group, test } from 'vitest';
import { guideTopics, isError, rule, sortFindings, startOfFile, stopsSite } from '#gate/finding/finding.ts';
import { allRules, findingCodes } from '../rules/all-rules.ts';

const gate = path.resolve(import.meta.dirname, '../../gate');

/** The codes that the files of the gate define. */
const definedCodes = readdirSync(gate, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) => [...readFileSync(path.join(gate, file), 'utf8').matchAll(/\brule\(\{\s*code: '(C\d{3})'/g)])
  .map(([, code]) => code);

group('the list of all rules', () => {
  test('has every rule that a file of the gate defines, each with a code of its own', () => {
    expect(definedCodes.length).toBeGreaterThan(100);
    expect(findingCodes).toEqual(definedCodes.sort());
    expect(new Set(findingCodes).size).toBe(findingCodes.length);
  });

  test('links to every section of the guide that is a topic', () => {
    const topics = new Set(allRules.map(({ guide }) => guide));
    expect(guideTopics.filter((topic) => !topics.has(topic))).toEqual([]);
  });
});

group('a finding', () => {
  const warning = rule({ code: 'C901', severity: 'warning', guide: 'body' });
  const error = rule({ code: 'C902', severity: 'error', guide: 'body' });
  const waiting = rule({ code: 'C903', severity: 'error', guide: 'body', waits: true });
  const place = startOfFile('content/site.yaml');

  test('is plain data with the facts of its rule', () => {
    const finding = error.at({ ...place, line: 3, column: 7 }, { name: 'x' });
    expect(JSON.parse(JSON.stringify(finding))).toEqual(finding);
    expect(finding).toEqual({
      code: 'C902',
      severity: 'error',
      guide: 'body',
      waits: false,
      file: 'content/site.yaml',
      language: null,
      line: 3,
      column: 7,
      details: { name: 'x' },
    });
  });

  test('has a fix only when there is one', () => {
    expect(error.at(place, {}, null)).not.toHaveProperty('fix');
    const fix = { start: 0, end: 1, replacement: '' };
    expect(error.at(place, {}, fix).fix).toEqual(fix);
  });

  test('stops the site when it is an error, except in the preview when it waits', () => {
    expect([warning, error, waiting].map((each) => isError(each.at(place)))).toEqual([false, true, true]);
    expect([warning, error, waiting].map((each) => stopsSite(each.at(place), false))).toEqual([false, true, true]);
    expect([warning, error, waiting].map((each) => stopsSite(each.at(place), true))).toEqual([false, true, false]);
  });

  test('comes after those of an earlier file, line, column or code', () => {
    const places = [
      { ...place, file: 'content/a.yaml', line: 9 },
      { ...place, line: 2 },
      { ...place, line: 2, column: 5 },
      { ...place, line: 10 },
    ];
    const sorted = [...places.map((each) => error.at(each)), waiting.at({ ...place, line: 10 })];
    expect(sortFindings(sorted.toReversed())).toEqual(sorted);
  });
});
