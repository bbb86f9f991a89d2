import { afterAll, beforeAll, expect, describe as group, test } from 'vitest';
import { loadSite } from '#gate/load.ts';
import { longPage } from '#gate/rules/length.ts';
import { languages } from '#lib/languages/languages.ts';
import { budgets } from '#publish/release/budget.ts';
import type { Report } from '#publish/release/weight.ts';
import { examplePages, examplesIn, filesBeside, guides, pageOfExample, pagesOfExamples } from '../content/guide.ts';
import { first, oneLine, parse, textOf } from './html.ts';
import { build, copyProject, type Run } from './project-copy.ts';

/*
 * The site as editors may make it in one day: every example of the guide is pasted into a page, and an emergency is announced.
 */

const copy = copyProject('editors');
/** A page with it is left out of a site without news; tests/kinds builds one with news. */
const newsList = '<NewsList />';
let run: Run;

beforeAll(async () => {
  const pages = pagesOfExamples(guides);
  for (const [file, content] of pages) copy.write(file, content.replace(newsList, ''));
  for (const [file, content] of filesBeside(pages)) copy.write(file, content);
  await copy.run(['commands/check.ts', '--fix']);
  for (const key of guides.slice(0, 1).flatMap(examplePages)) await copy.run(['commands/in-step.ts', key]);
  const up = await copy.run(['commands/notice.ts', 'house-closed']);
  expect(up.code, up.output).toBe(0);
  run = await copy.run(build);
});
afterAll(() => copy.remove());

test('the site is built with all examples of the guide and an emergency notice', () => {
  expect(run.code, run.output).toBe(0);
  expect(copy.read('out/site/index.html')).toContain('<aside');
});

test('a notice on the whole site keeps every page in its first round trip, except those that the gate calls long', () => {
  const { pages } = JSON.parse(copy.read('out/report.json')) as Report;
  const { findings } = loadSite({ root: copy.root, languages, drafts: false });
  expect(findings.filter((each) => each.code === longPage.code)).toEqual([]);
  expect(pages.length).toBeGreaterThan(0);
  expect(pages.filter(({ firstAnswer }) => firstAnswer > budgets.firstAnswer)).toEqual([]);
});

/** The words of an example that appear on the page: of headings, paragraphs, cells and attributes. */
function wordsOf(example: string): string[] {
  const attributes = [...example.matchAll(/\b(?:title|name|value|label)="([^"]+)"/g)].map(([, words = '']) => words);
  const text = example
    // A note to the next editor is never published.
    .replaceAll(/\{\/\*[\s\S]*?\*\/\}/g, '')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replaceAll(/\[\^\d+\](?::\s)?/g, '')
    .replaceAll('**', '');
  const lines = text.split('\n').map((line) => line.replace(/^(?:#+|-) /, ''));
  const cells = lines.flatMap((line) => (line.startsWith('|') ? line.split('|') : [line]));
  return [...attributes, ...cells.map((words) => words.trim())].filter((words) => /[^\s-]/.test(words));
}

/** Text as it appears on the page: with typographic apostrophes and single spaces. */
const plain = (text: string) => oneLine(text).replaceAll("'", '’');

group('examples of the guide on their page', () => {
  const rows = guides.flatMap((guide) =>
    examplesIn(guide, 'page').flatMap((example, index) => {
      const file = `out/site/${guide.language}/${pageOfExample(index)}.html`;
      if (example.trim() === newsList) return [];
      return [[guide.language, example.split('\n')[0] ?? '', file, example] as const];
    }),
  );

  test.for(rows)('the page in %s shows the words of the example that begins with %s', ([, , file, example]) => {
    const shown = plain(textOf(first(parse(copy.read(file)), 'main')));
    for (const words of wordsOf(example)) expect(shown).toContain(plain(words));
    expect(shown).not.toMatch(/<\/?[A-Z]|\/\*/);
  });
});
