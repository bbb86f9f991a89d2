import { afterAll, beforeAll, expect, describe as group, test } from 'vitest';
import { examplePages, examplesIn, filesBeside, guides, pageOfExample, pagesOfExamples } from '../content/guide.ts';
import { first, oneLine, parse, textOf } from './html.ts';
import { build, copyProject, type Run } from './project-copy.ts';

/* Every example of the guide for editors is built into a page, as an editor would paste it. */

const copy = copyProject('guide');
/** A page with it is left out of a site without news; tests/kinds builds one with news. */
const newsList = '<NewsList />';
let run: Run;

beforeAll(async () => {
  const pages = pagesOfExamples(guides);
  for (const [file, content] of pages) copy.write(file, content.replace(newsList, ''));
  for (const [file, content] of filesBeside(pages)) copy.write(file, content);
  await copy.run(['commands/check.ts', '--fix']);
  for (const key of guides.slice(0, 1).flatMap(examplePages)) await copy.run(['commands/in-step.ts', key]);
  run = await copy.run(build);
});
afterAll(() => copy.remove());

test('the site is built with all examples of the guide', () => {
  expect(run.code, run.output).toBe(0);
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
