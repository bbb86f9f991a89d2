import { rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, describe as group, test } from 'vitest';
import { languages } from '#lib/languages/languages.ts';
import { copyProject, hashesOf, type Run } from '../build/project-copy.ts';

/*
 * The commands with which editors make and move pages, run as they run them, on a copy of the project with its real content.
 */

const copy = copyProject('commands', 'shared');
afterAll(() => copy.remove());

const contents = () => hashesOf(path.join(copy.root, 'content'));
const made = (...words: string[]) => copy.run(['commands/new.ts', ...words]);
const renamed = (...words: string[]) => copy.run(['commands/rename.ts', ...words]);
const twins = (key: string) => languages.map(({ code }) => `content/pages/${key}/${code}.mdx`);

async function expectClean(): Promise<void> {
  const { code, output } = await copy.run(['commands/check.ts']);
  expect(code, output).toBe(0);
  expect(output).not.toMatch(/C\d{3}/);
}

/** One sentence in each language, or a few, and nothing of the machinery. */
function expectRefusal({ code, output }: Run, words: string, exitCode = 1): void {
  expect(code, output).toBe(exitCode);
  const lines = output.trimEnd().split('\n');
  expect(lines.map((line) => line.slice(0, 4)).sort()).toEqual(
    languages.map((each) => `[${each.code}]`).sort(),
  );
  for (const line of lines) expect(line).toContain(words);
  expect(output).not.toMatch(/^\s+at |node:|\.ts:\d|undefined|Error/m);
}

group('npm run new', () => {
  test('makes a draft in every language, with every field explained, which passes the gate as it is', async () => {
    const { code, output } = await made('services/archive');
    expect(code, output).toBe(0);
    for (const [index, file] of twins('services/archive').entries()) {
      expect(output).toContain(file);
      const text = copy.read(file);
      const { fields } = JSON.parse(copy.read(`gate/messages/${languages[index]?.code}.json`));
      for (const [name, explanation] of Object.entries<string>(fields.page)) {
        const [, before, value] = new RegExp(`^(# .*)\n(?:# )?${name}: (.+)$`, 'm').exec(text) ?? [];
        expect(before?.toLowerCase(), name).toBe(`# ${explanation}`.toLowerCase());
        expect(value, name).toBeTruthy();
      }
    }
    await expectClean();
  });

  test('gives examples of the fields that most pages do without, which can be used as they stand', async () => {
    const examples = ['label', 'teaser', 'order'];
    for (const [index, file] of twins('services/archive').entries()) {
      // Not every twin can be the translation of another one.
      const used = index === 0 ? [...examples, 'translatedFrom'] : examples;
      const text = used.reduce(
        (before, field) => before.replace(`\n# ${field}: `, `\n${field}: `),
        copy.read(file),
      );
      expect(text.match(/^(?:label|teaser|order|translatedFrom): ./gm)).toHaveLength(used.length);
      copy.write(file, text);
    }
    await expectClean();
  });

  test.for([
    ['what exists', 'services/ict', 'content/pages/services/ict'],
    ['a key with a capital', 'services/Archive', 'services/Archive'],
    ['a key with a figure', 'services/archive2', 'services/archive2'],
    ['a key that climbs out of the folder', '../../escaped', '../../escaped'],
    ['an absolute path', '/etc/archive', '/etc/archive'],
    ['a page below one that does not exist', 'nowhere/archive', 'nowhere'],
  ] as const)('refuses %s, in one sentence, and writes nothing', async ([, key, words]) => {
    const before = contents();
    expectRefusal(await made(key), words);
    expect(contents()).toEqual(before);
  });

  test.for([[[]], [['services/a', 'services/b']], [['--force', 'services/a']]])(
    'says how it is used when it is called with %j',
    async ([words = []]) => {
      expectRefusal(await made(...words), 'npm run new -- <', 2);
    },
  );
});

group('npm run rename', () => {
  test.for([
    [
      'a page that does not exist, with the one that was meant',
      ['services/itc', 'services/it'],
      'services/ict',
    ],
    ['a key that exists', ['services/ict', 'services/budget'], 'services/budget'],
    ['a key that cannot be one', ['services/ict', 'Services/IT'], 'Services/IT'],
    ['a key below itself', ['services', 'services/all'], 'services/all'],
    ['the home page', ['home', 'start'], 'home'],
  ] as const)('refuses %s, in one sentence, and writes nothing', async ([, words, said]) => {
    const before = contents();
    expectRefusal(await renamed(...words), said);
    expect(contents()).toEqual(before);
  });

  test.for([[[]], [['services/ict']], [['services/ict', 'a', 'b']]])(
    'says how it is used when it is called with %j',
    async ([words = []]) => {
      expectRefusal(await renamed(...words), 'npm run rename -- <', 2);
    },
  );

  test.for([0, 1, 7])('writes nothing when the disk is full after %i files, and says so', async (files) => {
    const before = contents();
    const preload = pathToFileURL(path.resolve(import.meta.dirname, '../fixtures/full-disk.mjs')).href;
    const run = await copy.run(
      ['--import', preload, 'commands/rename.ts', 'services/ict', 'services/informatics'],
      {
        FILES_BEFORE_FULL: String(files),
      },
    );
    expectRefusal(run, 'ENOSPC');
    expect(contents()).toEqual(before);
  });

  test('refuses while the content has a mistake, and writes nothing', async () => {
    const [file = ''] = twins('services/ict');
    const text = copy.read(file);
    copy.write(file, `${text}\n[x](page:nowhere)\n`);
    const before = contents();
    expectRefusal(await renamed('services/ict', 'services/informatics'), 'npm run check');
    expect(contents()).toEqual(before);
    copy.write(file, text);
  });

  test('moves the page and everything that names it: the gate finds nothing, and the way back leads to the same bytes', async () => {
    rmSync(path.join(copy.root, 'content/pages/services/archive'), { recursive: true });
    const before = contents();
    const there = await renamed('services/ict', 'services/informatics');
    expect(there.code, there.output).toBe(0);
    expect([...contents().keys()].some((file) => file.startsWith('pages/services/ict/'))).toBe(false);
    for (const file of [
      ...twins('services/informatics'),
      'content/paths.yaml',
      'content/contacts/ict.yaml',
    ]) {
      expect(there.output).toContain(file);
    }
    await expectClean();
    expect((await renamed('services/informatics', 'services/ict')).code).toBe(0);
    expect(contents()).toEqual(before);
  });
});

group('a slug that changes', () => {
  test('is told with the line to paste, and npm run check -- --fix writes it: the old address leads to the page', async () => {
    const [file = ''] = twins('legal');
    const [, old = ''] = /^slug: (.*)$/m.exec(copy.read(file)) ?? [];
    copy.write(file, copy.read(file).replace(`slug: ${old}`, 'slug: changed-address'));
    const told = await copy.run(['commands/check.ts']);
    expect(told.code).toBe(1);
    expect(told.output).toMatch(new RegExp(`${file}:\\d+:\\d+ {2}C131`));
    expect(told.output).toContain('changed-address: legal');

    const fixed = await copy.run(['commands/check.ts', '--fix']);
    expect(fixed.code, fixed.output).toBe(0);
    const [{ code } = { code: '' }] = languages;
    const register = copy.read('content/paths.yaml');
    expect(register).toContain(`/${code}/${old}: legal\n`);
    expect(register).toContain(`/${code}/changed-address: legal\n`);
    await expectClean();
  });
});
