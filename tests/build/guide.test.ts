import { afterAll, beforeAll, expect, describe as group, test } from 'vitest';
import {
  examplePages,
  examplesIn,
  halvesOf,
  pageOfExample,
  pagesOfExamples,
  readProjectFile,
} from '../content/guide.ts';
import { first, oneLine, parse, textOf } from './html.ts';
import { build, copyProject, type Run } from './project-copy.ts';

/* Every example of the guide for editors is built into a page, as an editor would paste it. */

const halves = halvesOf(readProjectFile('content/README.md'));
const copy = copyProject('guide');
let run: Run;

beforeAll(async () => {
  for (const [file, text] of pagesOfExamples(halves)) copy.write(file, text);
  await copy.run(['commands/check.ts', '--fix']);
  for (const key of halves.slice(0, 1).flatMap(examplePages)) await copy.run(['commands/in-step.ts', key]);
  run = await copy.run(build);
});
afterAll(() => copy.remove());

test('the site with all examples is built', () => {
  expect(run.code, run.output).toBe(0);
});

/** Words of an example that a reader sees: of headings, paragraphs and attributes. */
function wordsOf(example: string): string[] {
  const attributes = [...example.matchAll(/\b(?:title|name|value|label)="([^"]+)"/g)].map(
    ([, words = '']) => words,
  );
  const text = example
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replaceAll('**', '');
  const lines = text.split('\n').map((line) => line.replace(/^(?:#+|-) /, '').trim());
  return [...attributes, ...lines].filter((words) => words !== '');
}

/** As the build sets it: apostrophes are typographic, and every space is a space. */
const plain = (text: string) => oneLine(text).replaceAll("'", '’');

group('and a reader sees the words of each', () => {
  const rows = halves.flatMap(({ language, ...half }) =>
    examplesIn({ language, ...half }, 'page').map((example, index) => {
      const [line = ''] = example.split('\n');
      return [
        `${language}: ${line}`,
        `out/site/${language}/${pageOfExample(example, index)}.html`,
        example,
      ] as const;
    }),
  );

  test.for(rows)('%s', ([, file, example]) => {
    const shown = plain(textOf(first(parse(copy.read(file)), 'main')));
    for (const words of wordsOf(example)) expect(shown).toContain(plain(words));
    expect(shown).not.toMatch(/<\/?[A-Z]/);
  });
});
