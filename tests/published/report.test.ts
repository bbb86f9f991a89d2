import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { fileOfPage } from '#publish/hosts/site-files.ts';
import { budgets } from '#publish/release/budget.ts';
import type { Report, Weight } from '#publish/release/weight.ts';
import { pageFaults, siteFaults } from '../budget-faults.ts';
import { out } from '../published-site.ts';
import { weightFaults } from './checks/files.ts';
import { stylesOf } from './checks/policy.ts';
import { scriptsOf } from './checks/scripts.ts';
import { dataPages, documents, siteFiles } from './site.ts';

const report = JSON.parse(readFileSync(path.join(out, 'report.json'), 'utf8')) as Report;

describe('report.json', () => {
  const sent = (file: string) => siteFiles.get(`${file}.br`)?.length ?? 0;
  const compressed = (text: string) =>
    brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT } });
  const sizes = new Map(
    [...documents, ...dataPages].map((document) => [
      document.path,
      {
        document: sent(fileOfPage(document.path)),
        documentStyle: compressed(stylesOf(document)[0] ?? '').length,
        script: scriptsOf(document).reduce((sum, file) => sum + sent(file), 0),
      },
    ]),
  );

  it('lists the bytes of every document as sent', () => {
    expect(weightFaults(report.pages, sizes)).toEqual([]);
    for (const { firstAnswer, headers, document, fonts, script, total } of report.pages) {
      expect(firstAnswer).toBe(headers + document);
      expect(total).toBe(firstAnswer + fonts + script);
    }
  });

  it('fails the check with a wrong number or without a page', () => {
    const row = { path: '/x', document: 10, documentStyle: 5, script: 0 };
    expect(weightFaults([row], new Map([['/x', row]]))).toEqual([]);
    expect(weightFaults([row], new Map([['/x', { ...row, document: 11 }]]))).toEqual([
      '/x has 11 bytes of document, not 10',
    ]);
    expect(weightFaults([row], new Map([['/x', { ...row, script: 1 }]]))).toHaveLength(1);
    expect(weightFaults([row], new Map([['/x', { ...row, documentStyle: 1 }]]))).toHaveLength(1);
    expect(weightFaults([], new Map([['/x', row]]))).toEqual(['/x is not weighed']);
  });
});

describe('The budgets', () => {
  const [page] = report.pages;
  const heavy = (change: Partial<Weight>): Weight => {
    if (!page) throw new Error('No page is weighed.');
    return { ...page, path: '/x', ...change };
  };

  it.each<[string, Weight]>([
    ['/x, first answer: 14001 bytes, 1 more', heavy({ firstAnswer: 14_001 })],
    ['/x, script: 1 bytes, 1 more', heavy({ kind: 'plain', script: 1 })],
    ['/x, script: 5121 bytes, 1 more', heavy({ kind: 'fetching', script: 5121 })],
    ['/x, fonts: 32769 bytes, 1 more', heavy({ fonts: 32_769 })],
    ['/x, style: 6145 bytes, 1 more', heavy({ documentStyle: 6145 })],
    ['/x, first visit: 46081 bytes, 1 more', heavy({ kind: 'enhanced', total: 46_081 })],
    ['/x, first visit: 51201 bytes, 1 more', heavy({ kind: 'fetching', total: 51_201 })],
  ])('refuse a page: %s', (fault, weight) => {
    const faults = pageFaults(weight, false);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(`${fault} than its budget`);
    if (/first (answer|visit)/.test(fault)) expect(faults[0]).toMatch(/\((style|fonts|text and markup) \d+/);
  });

  it('allow a long page its words, and no more code', () => {
    expect(pageFaults(heavy({ firstAnswer: 50_000, total: 90_000 }), true)).toEqual([]);
    expect(pageFaults(heavy({ kind: 'plain', firstAnswer: 50_000, script: 1 }), true)).toHaveLength(1);
  });

  it.each<[string, Report]>([
    [
      `The first answer of the median page: ${budgets.medianFirstAnswer + 1} bytes, 1 more`,
      { ...report, median: { firstAnswer: budgets.medianFirstAnswer + 1 } },
    ],
    ['The style sheet of the whole site: 9217 bytes, 1 more', { ...report, wholeStyle: 9217 }],
  ])('refuse a site: %s', (fault, heavyReport) => {
    expect(siteFaults(heavyReport)).toEqual([`${fault} than its budget.`]);
  });
});
