import path from 'node:path';
import { expect, describe as group, test } from 'vitest';
import { repair } from '#edit/repair.ts';
import { describe, gateMessages } from '#edit/report/describe.ts';
import { formatFindings } from '#edit/report/terminal.ts';
import { type Finding, isError } from '#gate/finding/finding.ts';
import type { LoadResult } from '#gate/load.ts';
import { fixtureLanguages as languages } from '../fixture-site.ts';
import { findingCodes } from '../rules/all-rules.ts';
import { EditedSite, editsOf, expectedOf, type Fault, faults } from './faults.ts';

const messages = gateMessages(path.resolve(import.meta.dirname, '../..'), languages);

/** The results by edit: several tests use each, and it is read once. */
const results = new Map<Fault, LoadResult>();
function resultOf(fault: Fault): LoadResult {
  let result = results.get(fault);
  if (!result) {
    using site = new EditedSite(editsOf(fault));
    result = site.load();
    results.set(fault, result);
  }
  return result;
}

/** Reads a site with a faulty edit: the first time from the results, later from the disk. */
function loaderOf(fault: Fault, site: EditedSite): () => LoadResult {
  const known = [resultOf(fault)];
  return () => known.pop() ?? site.load();
}

/** Whether a finding is about what changed since twins were confirmed, or about their differences. */
const isAboutTwins = ({ code }: Pick<Finding, 'code'>) => (code >= 'C110' && code <= 'C129') || code === 'C258';
const short = ({ code, line, file }: Pick<Finding, 'code' | 'line' | 'file'>) => `${code} ${line} ${file}`;
const title = ({ area, name }: Fault) => `${area}: ${name}`;
const rows = faults.map((fault) => [title(fault), fault] as const);

/** The findings that a row expects: those about twins only when it names one. */
function findingsOf(fault: Fault): Finding[] {
  const twinsToo = expectedOf(fault).some(isAboutTwins);
  return resultOf(fault).findings.filter((finding) => twinsToo || !isAboutTwins(finding));
}

test('finds nothing in the site that every edit breaks', () => {
  using site = new EditedSite();
  expect(site.load().findings).toEqual([]);
});

/** The areas of what editors publish besides the text of pages. */
const kinds = ['pictures', 'documents', 'news', 'notices', 'parts'];

test('pictures, documents, news, notices and the parts of a text have more than 120 faulty edits', () => {
  expect(faults.filter(({ area }) => kinds.includes(area)).length).toBeGreaterThan(120);
});

test('every rule has a faulty edit, and no two edits have the same name', () => {
  expect(new Set(faults.map(title)).size).toBe(faults.length);
  expect(faults.length).toBeGreaterThanOrEqual(120);
  const covered = new Set<string>(faults.flatMap((fault) => expectedOf(fault).map(({ code }) => code)));
  expect(findingCodes.filter((code) => !covered.has(code))).toEqual([]);
});

group('the gate', () => {
  test.for(rows)('finds %s: its code, file and line, and nothing else', ([, fault]) => {
    expect(findingsOf(fault).map(short).sort()).toEqual(expectedOf(fault).map(short).sort());
    expect(resultOf(fault).site === null).toBe(resultOf(fault).findings.some(isError));
  });
});

group('the report', () => {
  test.for(rows)('explains %s in its languages, with its line and what to write', ([, fault]) => {
    const findings = findingsOf(fault);
    const report = formatFindings(findings, { messages, textOf: () => null });
    for (const finding of findings) {
      expect(report).toContain(`${finding.file}:${finding.line}:${finding.column}`);
      // A section that is out of date (C120) is reported to the editors of every language.
      const isOfFile = (code: string) => path.basename(finding.file) === `${code}.mdx` && finding.code !== 'C120';
      const ofFile = languages.filter(({ code }) => isOfFile(code));
      const wanted = ofFile.length > 0 ? ofFile : languages;
      const texts = describe(finding, messages);
      expect(texts.map(({ language }) => language).sort()).toEqual(wanted.map(({ code }) => code).sort());
      for (const { what, why, write } of texts) {
        for (const sentence of [what, why, write]) {
          expect(report).toContain(sentence);
          expect(sentence).not.toMatch(/^$|undefined|\bnull\b|NaN|\[object|\bC\d{3}\b|[{}](?!…)\w|^\s+at |\.ts:\d/);
          expect(sentence).not.toMatch(/\b(zod|micromark|remark|acorn|unist|vfile|mdast)\b/i);
        }
      }
    }
    if (fault.says !== undefined) expect(report).toContain(fault.says);
  });
});

group('npm run check -- --fix', () => {
  test.for(rows.filter(([, { fixed }]) => fixed))('repairs %s, and then finds nothing', ([, fault]) => {
    using site = new EditedSite(editsOf(fault));
    const load = loaderOf(fault, site);
    const first = repair(site.root, load);
    expect(first.repairs.map(({ finding }) => finding.code)).toContain(expectedOf(fault)[0]?.code);
    // Whether the twins still mean the same after a repair of one remains open.
    expect(first.result.findings.filter((finding) => !isAboutTwins(finding))).toEqual([]);
    const files = site.read();
    const second = repair(site.root, load);
    expect(second.repairs).toEqual([]);
    expect(site.read()).toEqual(files);
  });

  test.for(rows.filter(([, { fixed }]) => !fixed))('leaves the files as they are: %s', ([, fault]) => {
    using site = new EditedSite(editsOf(fault));
    const before = site.read();
    repair(site.root, loaderOf(fault, site));
    expect(site.read()).toEqual(before);
  });
});
