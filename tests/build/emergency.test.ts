import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { loadSite } from '#gate/load.ts';
import { longPage } from '#gate/rules/length.ts';
import { languages } from '#lib/languages/languages.ts';
import { budgets } from '#publish/release/budget.ts';
import type { Report } from '#publish/release/weight.ts';
import { build, copyProject } from './project-copy.ts';

/* The site on the day of an emergency. */

const copy = copyProject('emergency');
afterAll(() => copy.remove());

test('a notice on the whole site keeps every page in its first round trip, except those that the gate calls long', async () => {
  const up = await copy.run(['commands/notice.ts', 'house-closed']);
  expect(up.code, up.output).toBe(0);
  const { code, output } = await copy.run(build);
  expect(code, output).toBe(0);
  const { pages } = JSON.parse(readFileSync(path.join(copy.root, 'out/report.json'), 'utf8')) as Report;
  expect(readFileSync(path.join(copy.root, 'out/site/index.html'), 'utf8')).toContain('<aside');
  const { findings } = loadSite({ root: copy.root, languages, drafts: false });
  expect(findings.filter((each) => each.code === longPage.code)).toEqual([]);
  expect(pages.filter(({ firstAnswer }) => firstAnswer > budgets.firstAnswer)).toEqual([]);
});
