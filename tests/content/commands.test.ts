import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, describe as group, test } from 'vitest';
import { languages } from '#lib/languages/languages.ts';
import { copyProject, hashesOf, type Run } from '../build/project-copy.ts';
import { fixtureDay, useFixtureContent } from '../fixture-site.ts';

/* Runs the commands for editors on a copy of the project with the content of the fixture site. */

const copy = copyProject('commands', 'shared');
useFixtureContent(copy.root);
afterAll(() => copy.remove());

/** Runs a command on the day of the fixture site. */
const run = (args: readonly string[]) => copy.run(args, { SITE_DAY: fixtureDay });
const contents = () => hashesOf(path.join(copy.root, 'content'));
const create = (...words: string[]) => run(['commands/new.ts', ...words]);
const rename = (...words: string[]) => run(['commands/rename.ts', ...words]);
const twins = (key: string) => languages.map(({ code }) => `content/pages/${key}/${code}.mdx`);

async function expectClean(): Promise<void> {
  const { code, output } = await run(['commands/check.ts']);
  expect(code, output).toBe(0);
  expect(output).not.toMatch(/C\d{3}/);
}

/** Expects one line per language that contains the words, and no stack trace. */
function expectRefusal({ code, output }: Run, words: string, exitCode = 1): void {
  expect(code, output).toBe(exitCode);
  const lines = output.trimEnd().split('\n');
  expect(lines.map((line) => line.slice(0, 4)).sort()).toEqual(languages.map((each) => `[${each.code}]`).sort());
  for (const line of lines) expect(line).toContain(words);
  expect(output).not.toMatch(/^\s+at |node:|\.ts:\d|undefined|Error/m);
}

group('npm run notice', () => {
  const notice = (...words: string[]) => copy.run(['commands/notice.ts', ...words], { SITE_DAY: '2026-11-30' });

  test('puts up every template in every language, and takes it down', async () => {
    const before = contents();
    const names = [...before.keys()].flatMap((file) => /^notices\/templates\/(.+)\.yaml$/.exec(file)?.[1] ?? []);
    expect(names.length).toBeGreaterThanOrEqual(4);
    const { output } = await notice();
    for (const name of names) {
      expect(output).toContain(name);
      const up = await notice(name);
      expect(up.code, up.output).toBe(0);
      const text = copy.read(`content/notices/${name}.yaml`);
      for (const { code } of languages) expect(text).toMatch(new RegExp(`^  ${code}: \\S`, 'm'));
      await expectClean();
      expect((await notice('--down', name)).code).toBe(0);
      expect(contents()).toEqual(before);
    }
  });

  test('shows a notice on the pages and units that it is given, on their days', async () => {
    const { code, output } = await notice(
      'telephone-down',
      '--page',
      'contact',
      '--unit',
      'ict',
      '--end',
      '2026-12-04',
    );
    expect(code, output).toBe(0);
    const file = 'content/notices/telephone-down-contact-ict.yaml';
    expect(output).toContain(file);
    const text = copy.read(file);
    expect(text).toContain('pages:\n  - contact\nunits:\n  - ict\nbegin: 2026-11-30\nend: 2026-12-04\n');
    await notice('--down', 'telephone-down-contact-ict');
  });

  test.for([
    ['an unknown template', ['closed'], 'house-closed', 1],
    ['an unknown page', ['house-closed', '--page', 'kontact'], 'kontact', 1],
    ['an unknown unit', ['house-closed', '--unit', 'itc'], 'itc', 1],
    ['days in the wrong order', ['house-closed', '--end', '2026-11-01'], '2026-11-01', 1],
    ['a path for a key', ['--down', '../pages/home/nl'], '../pages', 1],
    ['a day that does not exist', ['house-closed', '--end', '2026-11-31'], 'npm run notice', 2],
  ] as const)('refuses %s', async ([, words, reason, exitCode]) => {
    const before = contents();
    expectRefusal(await notice(...words), reason, exitCode);
    expect(contents()).toEqual(before);
  });
});

group('npm run new', () => {
  test('creates a valid draft in every language with every field explained', async () => {
    const { code, output } = await create('services/archive');
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

  test('gives valid examples for the optional fields', async () => {
    const examples = ['label', 'teaser', 'order', 'contact'];
    for (const [index, file] of twins('services/archive').entries()) {
      // Only one twin can be the translation of the other.
      const used = index === 0 ? [...examples, 'translatedFrom'] : examples;
      const text = used.reduce(
        (before, field) => before.replace(`\n# ${field}: `, `\n${field}: `),
        copy.read(file).replace('template: text', 'template: service'),
      );
      expect(text.match(/^(?:label|teaser|order|contact|translatedFrom): ./gm)).toHaveLength(used.length);
      copy.write(file, text);
    }
    await expectClean();
  });

  test('creates a list of publications, then a report with its year and the line for its document', async () => {
    for (const key of ['publications', 'publications/report-2025']) {
      const { code, output } = await create(key);
      expect(code, output).toBe(0);
    }
    for (const [index, { code }] of languages.entries()) {
      expect(copy.read(twins('publications')[index] ?? '')).toMatch(/^<Publications \/>$/m);
      const report = copy.read(twins('publications/report-2025')[index] ?? '');
      expect(report).toMatch(/^template: publication$/m);
      expect(report).toMatch(/^year: 2025$/m);
      expect(report).toContain(`<Document file="report-2025-${code}.pdf" />`);
    }
    await expectClean();
  });

  test.for([
    ['a page that exists', 'services/ict', 'content/pages/services/ict'],
    ['a key with a capital', 'services/Archive', 'services/Archive'],
    ['a key that Windows reserves', 'services/con', 'services/con'],
    ['a key with a digit', 'services/archive2', 'services/archive2'],
    ['a key that leaves the folder', '../../escaped', '../../escaped'],
    ['an absolute path', '/etc/archive', '/etc/archive'],
    ['a page below a missing one', 'nowhere/archive', 'nowhere'],
    ['a file that cannot be written', 'x'.repeat(300), 'ENAMETOOLONG'],
  ] as const)('refuses %s in one sentence and writes nothing', async ([, key, words]) => {
    const before = contents();
    expectRefusal(await create(key), words);
    expect(contents()).toEqual(before);
  });

  test.for([[[]], [['services/a', 'services/b']], [['--force', 'services/a']], [['--lang', 'xx', 'a']]])(
    'prints its usage for the arguments %j',
    async ([words = []]) => {
      expectRefusal(await create(...words), 'npm run new -- <', 2);
    },
  );

  test('prints in the language of --lang', async () => {
    const [, last] = languages;
    const { output } = await create('--lang', last?.code ?? '');
    expect(output).toMatch(new RegExp(`^\\[${last?.code}\\] .*\n$`));
  });
});

group('npm run rename', () => {
  test.for([
    ['a missing page and suggests another', ['services/itc', 'services/it'], 'services/ict'],
    ['a key that exists', ['services/ict', 'legal'], 'legal'],
    ['an invalid key', ['services/ict', 'Services/IT'], 'Services/IT'],
    ['a key below itself', ['services', 'services/all'], 'services/all'],
    ['the home page', ['home', 'start'], 'home'],
  ] as const)('refuses %s in one sentence and writes nothing', async ([, words, expected]) => {
    const before = contents();
    expectRefusal(await rename(...words), expected);
    expect(contents()).toEqual(before);
  });

  test.for([[[]], [['services/ict']], [['services/ict', 'a', 'b']]])(
    'prints its usage for the arguments %j',
    async ([words = []]) => {
      expectRefusal(await rename(...words), 'npm run rename -- <', 2);
    },
  );

  test('refuses and writes nothing while the content has an error', async () => {
    const [file = ''] = twins('services/ict');
    const text = copy.read(file);
    copy.write(file, `${text}\n[x](page:nowhere)\n`);
    const before = contents();
    expectRefusal(await rename('services/ict', 'services/informatics'), 'npm run check');
    expect(contents()).toEqual(before);
    copy.write(file, text);
  });

  test('moves a page with all references to it, and back to the same bytes', async () => {
    rmSync(path.join(copy.root, 'content/pages/services/archive'), { recursive: true });
    const before = contents();
    const there = await rename('services/ict', 'services/informatics');
    expect(there.code, there.output).toBe(0);
    expect([...contents().keys()].some((file) => file.startsWith('pages/services/ict/'))).toBe(false);
    expect(existsSync(path.join(copy.root, 'content/pages/services/ict'))).toBe(false);
    for (const file of [...twins('services/informatics'), 'content/paths.yaml', 'content/contacts/ict.yaml']) {
      expect(there.output).toContain(file);
    }
    await expectClean();
    expect((await rename('services/informatics', 'services/ict')).code).toBe(0);
    expect(contents()).toEqual(before);
  });
});

group('npm run check -- --register', () => {
  test('registers a changed slug so that the old path leads to the page, and changes nothing else', async () => {
    const [file = ''] = twins('legal');
    const [, old = ''] = /^slug: (.*)$/m.exec(copy.read(file)) ?? [];
    copy.write(file, copy.read(file).replace(`slug: ${old}`, 'slug: changed-address'));
    // An editor need not register what is not online yet.
    await expectClean();
    const reported = await run(['commands/check.ts', '--release']);
    expect(reported.code).toBe(1);
    expect(reported.output).toMatch(new RegExp(`${file}:\\d+:\\d+ {2}C131`));
    expect(reported.output).toContain('changed-address: legal');

    const before = contents();
    const fixed = await run(['commands/check.ts', '--register']);
    expect(fixed.code, fixed.output).toBe(0);
    const changed = [...contents()].filter(([name, hash]) => before.get(name) !== hash).map(([name]) => name);
    expect(changed).toEqual(['paths.yaml']);
    const [{ code } = { code: '' }] = languages;
    const register = copy.read('content/paths.yaml');
    expect(register).toContain(`/${code}/${old}: legal\n`);
    expect(register).toContain(`/${code}/changed-address: legal\n`);
    await expectClean();
  });
});

group('npm run schemas', () => {
  test('writes a schema per kind of file and snippets per language, and deletes obsolete ones', async () => {
    copy.write('.vscode/schemas/obsolete.json', '{}');
    const { code, output } = await run(['commands/schemas.ts']);
    expect(code, output).toBe(0);
    expect(existsSync(path.join(copy.root, '.vscode/schemas/obsolete.json'))).toBe(false);
    const { 'yaml.schemas': assigned } = JSON.parse(copy.read('.vscode/settings.json'));
    for (const file of Object.keys(assigned)) expect(() => JSON.parse(copy.read(file))).not.toThrow();
    for (const language of languages) expect(copy.read(`.vscode/${language.code}.code-snippets`)).toContain('prefix');
  });
});
