import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { expect, describe as group, test } from 'vitest';
import { describe, type Messages } from '#edit/report/describe.ts';
import { startOfFile } from '#gate/finding/finding.ts';
import { languages } from '#lib/languages/languages.ts';
import { contactKinds } from '#lib/records/contact.ts';
import { allRules, findingCodes } from '../rules/all-rules.ts';

const root = path.resolve(import.meta.dirname, '../..');

interface Tree {
  readonly [key: string]: string | Tree;
}

const treesIn = (folder: string) =>
  new Map<string, Tree>(
    languages.map(({ code }) => [code, JSON.parse(readFileSync(path.join(root, folder, `${code}.json`), 'utf8'))]),
  );

/** The messages for visitors, and those for editors. */
const interfaceTrees = treesIn('messages');
const trees = treesIn('gate/messages');

/** All messages of a tree by full key: `menu.open`. */
function flat(tree: Tree, prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value]] : flat(value, `${prefix}${key}.`),
  );
}

const messages = new Map(
  [...trees].map(([code, tree]) => [code, new Map(flat({ ...interfaceTrees.get(code), ...tree }))]),
);
const [reference = new Map<string, string>()] = messages.values();
const interfaceKeys = [...interfaceTrees.values()].slice(0, 1).flatMap((tree) => flat(tree).map(([key]) => key));

/** The placeholders of a message: `name`, `<date>`, and a select with its branches: `kind: other, too_small`. */
function placeholders(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    switch (element.type) {
      case TYPE.literal:
      case TYPE.pound:
        return [];
      case TYPE.tag:
        return [`<${element.value}>`, ...placeholders(element.children)];
      case TYPE.select:
      case TYPE.plural: {
        const branches = Object.entries(element.options);
        // Languages have different plural forms, but the same branches of a select.
        const names = branches.map(([name]) => name).sort();
        const own = element.type === TYPE.select ? `${element.value}: ${names.join(', ')}` : element.value;
        return [own, ...branches.flatMap(([, { value }]) => placeholders(value))];
      }
      default:
        return [element.value];
    }
  });
}

const placeholdersOf = (message: string) => [...new Set(placeholders(parse(message)))].sort();

/** The source files that can contain messages for visitors. */
const sources = ['app', 'components', 'lib'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readFileSync(path.join(root, folder, file), 'utf8')),
);

group('the messages of every language', () => {
  test.for([...messages])('have the same keys as the others (%s)', ([, mine]) => {
    expect([...mine.keys()].sort()).toEqual([...reference.keys()].sort());
  });

  test.for([...messages])('have the same placeholders as the others (%s)', ([, mine]) => {
    const wrong = [...mine]
      .map(([key, message]) => ({
        key,
        here: placeholdersOf(message),
        there: placeholdersOf(reference.get(key) ?? ''),
      }))
      .filter(({ here, there }) => here.join() !== there.join());
    expect(wrong).toEqual([]);
  });

  test.for([...messages])('are not empty (%s)', ([, mine]) => {
    expect([...mine].filter(([, message]) => message.trim() === '')).toEqual([]);
  });

  test('differ when a placeholder or a branch is missing', () => {
    expect(placeholdersOf('Bel {name}')).not.toEqual(placeholdersOf('Bel'));
    expect(placeholdersOf('{kind, select, short {a} other {b}}')).not.toEqual(
      placeholdersOf('{kind, select, other {b}}'),
    );
    expect(placeholdersOf('<date></date>')).not.toEqual(placeholdersOf('{date}'));
  });
});

group('the messages for visitors', () => {
  test('are all used in a source file', () => {
    // A key can contain a value: `kinds.${kind}.title`.
    const patterns = sources.flatMap((source) =>
      [...source.matchAll(/`([a-z]\w*(?:\.(?:\w+|\$\{[^}]+\}))+)`/gi)].map(
        ([, key = '']) => new RegExp(`^${key.replaceAll('.', '\\.').replaceAll(/\$\{[^}]+\}/g, '[^.]+')}$`),
      ),
    );
    const unused = interfaceKeys.filter(
      (key) => !sources.some((source) => source.includes(`'${key}'`)) && !patterns.some((each) => each.test(key)),
    );
    expect(unused).toEqual([]);
  });

  test.for([...messages])('name exactly the kinds of the records (%s)', ([, mine]) => {
    const valuesOf = (name: string) =>
      new Set([...mine.keys()].filter((key) => key.startsWith(`${name}.`)).map((key) => key.split('.')[1]));
    expect(valuesOf('kinds')).toEqual(new Set(contactKinds));
  });

  test('include every key that a source file uses', () => {
    const wanted = sources.flatMap((source) =>
      [...source.matchAll(/\bt(?:\.rich|\.markup)?\(\s*'([^']+)'/g)].map(([, key = '']) => key),
    );
    expect(wanted.length).toBeGreaterThan(0);
    expect(wanted.filter((key) => !reference.has(key))).toEqual([]);
  });
});

group('the messages of a command are all used', () => {
  test.for([
    ['new', 'commands/new.ts', 'edit/new-page.ts'],
    ['inStep', 'commands/in-step.ts', 'edit/confirm.ts'],
    ['translations', 'commands/translations.ts', 'edit/translations.ts'],
    ['rename', 'commands/rename.ts', 'edit/rename.ts'],
  ] as const)('%s', ([name, script, edit]) => {
    const sources = [script, edit, 'commands/command.ts', 'app/(preview)/translations/[language]/page.dev.tsx'].map(
      (file) => readFileSync(path.join(root, file), 'utf8'),
    );
    for (const [, tree] of trees) {
      const unused = Object.keys(tree[name] ?? {}).filter(
        (key) => !sources.some((source) => new RegExp(`'(?:${name}\\.)?${key}'`).test(source)),
      );
      expect(unused).toEqual([]);
    }
  });
});

group('the messages of findings', () => {
  test.for([...trees])('cover exactly the codes of the gate (%s)', ([, { check = {} }]) => {
    expect(Object.keys(check).sort()).toEqual([...findingCodes].sort());
  });

  test.for([...trees])('have the parts what, why and write (%s)', ([, { check }]) => {
    for (const code of findingCodes) {
      expect(Object.keys((check as Tree)[code] ?? {}).sort()).toEqual(['what', 'why', 'write']);
    }
  });

  test.for(allRules)('format $code in every language', (rule) => {
    const { code } = rule;
    // With an arbitrary value, and with `none`, for which some messages have another branch.
    const keys = [...reference.keys()].filter((key) => key.startsWith(`check.${code}.`));
    const names = new Set(
      keys.flatMap((key) => placeholdersOf(reference.get(key) ?? '').map((name) => name.replace(/:.*/, ''))),
    );
    for (const value of ['a-value', 'none']) {
      const details = Object.fromEntries([...names].map((name) => [name, value]));
      const finding = rule.at(startOfFile('content/site.yaml'), details);
      const texts = describe(finding, Object.fromEntries<Messages>(trees));
      expect(texts.map(({ language }) => language).sort()).toEqual(languages.map((each) => each.code).sort());
      for (const { what, why, write } of texts) {
        for (const sentence of [what, why, write]) {
          expect(sentence).not.toBe('');
          expect(sentence).not.toMatch(/[{}](?!$|\.|,)\w|check\./);
        }
      }
    }
  });
});
