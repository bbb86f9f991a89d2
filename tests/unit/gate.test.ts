import path from 'node:path';
import { expect, describe as group, test } from 'vitest';
import { describe, gateMessages } from '#edit/report/describe.ts';
import { formatFindings } from '#edit/report/terminal.ts';
import { type Finding, isError } from '#gate/finding/finding.ts';
import type { LoadResult } from '#gate/load.ts';
import { languages } from '#lib/languages/languages.ts';
import { findingCodes } from '../rules/all-rules.ts';
import { contactFile, contacts, load, one, onePage, pageFile, settings, settingsFile } from './content-tree.ts';
import { expectedOf, faults } from './faults.ts';
import type { Case } from './gate-cases/case.ts';
import { cases } from './gate-cases/cases.ts';

const home = pageFile('home');
const post = pageFile('services/post');

const messages = gateMessages(path.resolve(import.meta.dirname, '../..'), languages);

/** The results by case: two tests use each, and it is read once. */
const results = new Map<Case, LoadResult>();
function resultOf(each: Case): LoadResult {
  const result = results.get(each) ?? load(each.changes);
  results.set(each, result);
  return result;
}

const short = ({ code, file, line }: Finding) => `${code} ${file}:${line}`;

test('finds nothing in the tree that every case breaks', () => {
  expect(load().findings).toEqual([]);
});

group('the gate', () => {
  test.for(cases)('finds $name by its code, file and line, and nothing else', (each) => {
    const { site: loaded, findings } = resultOf(each);
    const { expects, suggests } = each;
    expect(findings.map(short).sort()).toEqual([...expects].sort());
    expect(loaded === null).toBe(findings.some(isError));
    if (suggests) expect(findings.map(({ details }) => details['suggestion'])).toContain(suggests);
  });

  test.for(cases)('explains $name in the language of its file, without the name of a library', (each) => {
    for (const finding of resultOf(each).findings) {
      const texts = describe(finding, messages);
      const described = texts.map(({ language }) => language).sort();
      const wanted = finding.language === null ? languages.map(({ code }) => code) : [finding.language];
      expect(described).toEqual([...wanted].sort());
      for (const { what, why, write } of texts) {
        for (const sentence of [what, why, write]) {
          expect(sentence).not.toBe('');
          expect(sentence).not.toMatch(/undefined|\bnull\b|NaN|\[object|\bC\d{3}\b/);
          expect(sentence).not.toMatch(/\b(zod|micromark|remark|acorn|unist|vfile|mdast)\b/i);
          expect(sentence).not.toMatch(/^\s+at |\.ts:\d|node_modules|Error:/m);
        }
      }
    }
  });
});

test('every rule has a case, here or in the corpus of faulty edits', () => {
  const covered = new Set([
    ...cases.flatMap(({ expects }) => expects.map((each) => each.slice(0, 4))),
    ...faults.flatMap((fault) => expectedOf(fault).map(({ code }) => code)),
  ]);
  expect([...covered].sort()).toEqual([...findingCodes].sort());
});

test('reports all mistakes of all files in one run, sorted by file and line', () => {
  const phoneLine = contacts['post-room'].split('\n').findIndex((line) => line.includes('number:')) + 1;
  const { findings } = load({
    ...onePage('services/post', { title: 'x', updated: '2026-13-01' }, '## Two\n\n[Home](page:hom)\n\n#### Four'),
    ...onePage('home', {}, '<script />\n\nText with {code}.'),
    [contactFile('post-room')]: contacts['post-room'].replace('+3225010411', '+321'),
    [settingsFile]: settings.replace('tasks: [services]', 'tasks: [servicess]'),
  });
  expect(findings.map(short)).toEqual([
    `C051 ${contactFile('post-room')}:${phoneLine}`,
    `C027 ${home}:9`,
    `C021 ${home}:11`,
    `C006 ${post}:2`,
    `C009 ${post}:7`,
    `C030 ${post}:12`,
    `C041 ${post}:14`,
    `C053 ${settingsFile}:5`,
  ]);
});

test('points at the column of a value, even deep inside a record', () => {
  const { findings } = load({
    [contactFile('organisation')]: contacts.organisation.replace('postcode: "1000"', 'postcode: "100"'),
  });
  expect(findings).toMatchObject([{ code: 'C073', column: '  postcode: '.length + 1 }]);
});

test('reports the file, line and column of each finding, counted from one', () => {
  const { findings } = load(onePage('home', {}, 'Some {code} and <b>HTML</b>.'));
  const report = formatFindings(findings, { messages, textOf: () => null });
  expect(report).toContain(`${home}:9:6  C021`);
  expect(report).toContain(`${home}:9:17  C027`);
  expect(report).toContain(`[${one.code}]`);
  for (const { code } of languages) {
    if (code !== one.code) expect(report).not.toContain(`[${code}]`);
  }
});
