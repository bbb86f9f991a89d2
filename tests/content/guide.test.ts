import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeEach, expect, describe as group, test } from 'vitest';
import { findingCodes } from '#gate/all-rules.ts';
import { componentNames } from '#lib/body/vocabulary.ts';
import { languages } from '#lib/languages/languages.ts';
import { copyProject } from '../build/project-copy.ts';
import {
  codesIn,
  commandsIn,
  commandsOfFile,
  componentsIn,
  errorsWith,
  examplesIn,
  type Half,
  halvesOf,
  hasBlank,
  type NamedCommand,
  pagesOfExamples,
  readProjectFile,
  root,
  structureOf,
  withYaml,
} from './guide.ts';

/*
 * What the guide for editors says is true: its languages are equals, every command that it names works, and every example passes the
 * gate. (`tests/build/guide.test.ts` builds the examples.) The commands of README.md are held to the same.
 */

const guide = readProjectFile('content/README.md');
const halves = halvesOf(guide);
const [first, ...others] = halves;
if (!first) throw new Error('The guide has no part in any language.');

const codes = languages.map(({ code }) => code);

/** What one part of the guide has and another has not, for each thing in which they must be equal. */
function differences(one: Half, other: Half): string[] {
  const written = (half: Half) =>
    commandsIn(half.nodes).map(({ script, words }) =>
      [script, ...words.map((word) => (codes.includes(word) || word.startsWith('<') ? '*' : word))].join(' '),
    );
  return [structureOf, written, codesIn, componentsIn].flatMap((aspect) => {
    const [mine, yours] = [aspect(one), aspect(other)];
    const index = mine.findIndex((each, place) => each !== yours[place]);
    const place = index < 0 && mine.length < yours.length ? mine.length : index;
    return place < 0 ? [] : [`${place}: ${mine[place]} / ${yours[place]}`];
  });
}

group('the guide says the same in every language', () => {
  test('has a part in each', () => {
    expect(halves.map(({ language }) => language)).toEqual(languages.map(({ code }) => code));
  });

  test('with the same blocks, commands, codes and components, in the same order', () => {
    for (const other of others) expect(differences(first, other)).toEqual([]);
  });

  test.for([
    ['a heading of another level', '## Links\n', '### Links\n'],
    ['a paragraph too many', '## Links\n', '## Links\n\nNog iets.\n'],
    ['another command', 'npm run translations', 'npm run check'],
    ['another code', '**C041**', '**C042**'],
    ['another component', '<Rows>', '<Values>'],
  ] as const)('and %s in one of them would be found', ([, before, after]) => {
    const [one, other] = halvesOf(guide.replace(before, after)) as [Half, Half];
    expect(differences(one, other)).not.toEqual([]);
  });
});

group('every code of a finding is explained in every language, and no other', () => {
  test.for(halves)('$language', (half) => {
    expect(codesIn(half).sort()).toEqual([...findingCodes].sort());
  });

  test('a code that does not exist would be found', () => {
    const [half] = halvesOf(guide.replace('**C041**', '**C941**')) as [Half];
    expect(codesIn(half).sort()).not.toEqual([...findingCodes].sort());
  });
});

const { scripts } = JSON.parse(readProjectFile('package.json')) as { scripts: Record<string, string> };

/** Commands that are run here, with those that need one more word in the text. */
const runHere = ['check', 'new', 'rename', 'in-step', 'translations', 'schemas', 'format'];
const needWords = ['new', 'rename', 'in-step'];

/** Where the other commands are tried: a test and what of it runs the same; or why no test does. */
const triedElsewhere: Readonly<Record<string, readonly [file: string, text: string] | string>> = {
  start: ['package.json', 'npm run build && npm run serve'],
  test: ['package.json', 'npm run test:all'],
  'test:all': ['commands/test.ts', "vitest('unit', ['unit', 'content'])"],
  dev: ['package.json', 'npm run dev:next'],
  'dev:next': ['tests/e2e/preview.ts', 'commands/dev.ts'],
  build: ['tests/build/third-language.test.ts', 'copy.run(build)'],
  serve: ['tests/http/serve.test.ts', 'commands/serve.ts'],
  types: ['commands/test.ts', "bin('tsc'), ['--noEmit']"],
  lint: ['commands/test.ts', "bin('biome'), ['ci', '--error-on-warnings']"],
  a11y: ['package.json', 'npm run a11y:all'],
  bench: ['tests/content/bench.test.ts', 'writeContent('],
  fonts: ['tests/unit/fonts.test.ts', 'makeWebFonts()'],
  'fallback-fonts': ['tests/e2e/fallback-fonts.spec.ts', 'fallbackStyle(page)'],
  screenshots: 'It makes pictures for people to look at, and nothing that is published.',
};

/** Whether somebody tries a command that a text names. */
function isTried({ script }: NamedCommand): boolean {
  if (!Object.hasOwn(scripts, script)) return false;
  const place = triedElsewhere[script];
  if (place === undefined || typeof place === 'string')
    return place !== undefined || runHere.includes(script);
  return readProjectFile(place[0]).includes(place[1] ?? '');
}

const named = [...halves.flatMap(({ nodes }) => commandsIn(nodes)), ...commandsOfFile('README.md')];

group('every command that the guide and the README name is tried', () => {
  test.for([...new Set(named.map(({ script }) => script))])('%s', (script) => {
    expect(isTried({ text: '', script, words: [] })).toBe(true);
  });

  test('a command that does not exist, or that nobody tries, would be found', () => {
    const [half] = halvesOf(guide.replaceAll('npm run translations', 'npm run invented')) as [Half];
    expect(
      commandsIn(half.nodes)
        .filter((each) => !isTried(each))
        .map(({ script }) => script),
    ).toContain('invented');
    expect(isTried({ text: '', script: 'nobody', words: [] })).toBe(false);
  });
});

test('a command that ends in another one hands on what is typed after it', () => {
  // npm takes options for its own unless -- stands before them.
  const losing = Object.entries(scripts).filter(([, line]) => /npm run [\w:-]+$/.test(line));
  expect(losing).toEqual([]);
});

group('every command for editors works as it is written', () => {
  const copy = copyProject('guide', 'shared');
  afterAll(() => copy.remove());

  /** What an editor did before: commands that confirm a change need one. */
  const page = (language: number) => `content/pages/services/ict/${languages[language]?.code}.mdx`;
  const change = (file: string) => copy.write(file, copy.read(file).replace(/\n(\p{Lu})/u, '\nÉ $1'));
  const before: Readonly<Record<string, () => void>> = {
    'npm run in-step -- services/ict': () => languages.forEach((_, index) => void change(page(index))),
    'npm run in-step -- services/ict --no-effect': () => change(page(0)),
  };

  const runs = [
    ...new Map(
      named.filter(({ script }) => runHere.includes(script)).map((each) => [each.text, each]),
    ).values(),
  ].filter((each) => !hasBlank(each) && (each.words.length > 0 || !needWords.includes(each.script)));

  beforeEach(() => {
    rmSync(path.join(copy.root, 'content'), { recursive: true });
    cpSync(path.join(root, 'content'), path.join(copy.root, 'content'), { recursive: true });
  });

  test.for(runs)('$text', { timeout: 60_000 }, async ({ text, script, words }) => {
    before[text]?.();
    const [program = '', ...args] = (scripts[script] ?? '').split(' ');
    const { code, output } = await copy.run([
      ...(program === 'node' ? [] : [`node_modules/.bin/${program}`]),
      ...args,
      ...words,
    ]);
    expect(code, output).toBe(0);
  });

  test('each of them is run with words, where it needs some', () => {
    for (const script of runHere) expect(runs.map((each) => each.script)).toContain(script);
  });
});

group('every example of the guide passes the gate', () => {
  test.for(halves)('$language: every component has one', (half) => {
    const shown = examplesIn(half, 'page').join('\n');
    expect(componentNames.filter((name) => !new RegExp(`<${name}\\b`).test(shown))).toEqual([]);
  });

  test('all those for the text of a page', () => {
    expect(errorsWith(pagesOfExamples(halves))).toEqual([]);
  });

  const yaml = examplesIn(first, 'yaml').map((_, index) => index);
  test.for(yaml)('those of YAML: number %s', (index) => {
    const files = halves.map((half) => withYaml(examplesIn(half, 'yaml')[index] ?? '', half.language));
    // The fields of a page come in every language at once; other examples hold all languages.
    const isPage = files.some((each) => [...each.keys()].some((file) => file.endsWith('.mdx')));
    const trees = isPage ? [new Map(files.flatMap((each) => [...each]))] : files;
    for (const tree of trees) expect(errorsWith(tree)).toEqual([]);
  });

  test.for([
    ['a component', 'page', '<Callout title=', '<Callout titel='],
    ['a link', 'page', '(page:services/ict)', '(page:services/itc)'],
    ['a number', 'yaml', '"+3225010361"', '"+322501036"'],
    ['a field', 'yaml', 'template: service', 'templat: service'],
  ] as const)('a mistake in %s would be found', ([, kind, right, wrong]) => {
    const faulty = halvesOf(guide.replaceAll(right, wrong));
    const [half] = faulty as [Half];
    const example = examplesIn(half, 'yaml').find((each) => each.includes(wrong)) ?? '';
    const files = kind === 'page' ? pagesOfExamples(faulty) : withYaml(example, half.language);
    expect(errorsWith(files)).not.toEqual([]);
  });

  test('and an example that belongs nowhere', () => {
    expect(() => withYaml('invented: true', first.language)).toThrow('belongs in no file');
  });
});
