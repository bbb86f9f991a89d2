import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { loadSite } from '#gate/load.ts';
import { longPage } from '#gate/rules/length.ts';
import { languages } from '#lib/languages/languages.ts';
import type { Report } from '#publish/release/weight.ts';
import { pageFaults, siteFaults } from '../budget-faults.ts';
import { out, publishedPages, root } from '../published-site.ts';

const report = JSON.parse(readFileSync(path.join(out, 'report.json'), 'utf8')) as Report;

/* What editors write weighs most: a new unit may be one too many for the directory. */

test('the site as a whole, and every page that the gate does not call long, keeps within its budget', () => {
  const { findings } = loadSite({ root, languages, drafts: false });
  const long = new Set(findings.filter(({ code }) => code === longPage.code).map(({ file }) => file));
  const longPaths = new Set(publishedPages.filter(({ twin }) => long.has(twin.file)).map((page) => page.path));
  expect(report.pages.flatMap((page) => pageFaults(page, longPaths.has(page.path)))).toEqual([]);
  expect(siteFaults(report)).toEqual([]);
});
