import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { expect, describe as group, test } from 'vitest';
import { allRules, findingCodes } from '#gate/all-rules.ts';
import { startOfFile } from '#gate/finding/finding.ts';
import { describe, type Messages } from '#gate/report/describe.ts';
import { languages } from '#lib/languages/languages.ts';
import { audiences, contactKinds } from '#lib/records/contact.ts';

const root = path.resolve(import.meta.dirname, '../..');

interface Tree {
  readonly [key: string]: string | Tree;
}

const treesIn = (folder: string) =>
  new Map<string, Tree>(
    languages.map(({ code }) => [
      code,
      JSON.parse(readFileSync(path.join(root, folder, `${code}.json`), 'utf8')),
    ]),
  );

/** What visitors read, and what editors read. */
const interfaceTrees = treesIn('messages');
const trees = treesIn('gate/messages');

/** All messages of a tree by their full key: `menu.open`. */
function flat(tree: Tree, prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value]] : flat(value, `${prefix}${key}.`),
  );
}

const messages = new Map(
  [...trees].map(([code, tree]) => [code, new Map(flat({ ...interfaceTrees.get(code), ...tree }))]),
);
const [reference = new Map<string, string>()] = messages.values();
const interfaceKeys = [...interfaceTrees.values()]
  .slice(0, 1)
  .flatMap((tree) => flat(tree).map(([key]) => key));

/** What a message asks for: `name`, `<date>`, and for a choice its branches: `kind: other, too_small`. */
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
        // Plural forms belong to the language; the branches of a select belong to the code.
        const names = branches.map(([name]) => name).sort();
        const own = element.type === TYPE.select ? `${element.value}: ${names.join(', ')}` : element.value;
        return [own, ...branches.flatMap(([, { value }]) => placeholders(value))];
      }
      default:
        return [element.value];
    }
  });
}

const asked = (message: string) => [...new Set(placeholders(parse(message)))].sort();

/** Every source file that can say something to a visitor. */
const sources = ['app', 'components', 'lib'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readFileSync(path.join(root, folder, file), 'utf8')),
);

group('no language says less than another', () => {
  test.for([...messages])('%s has the same keys as the others', ([, mine]) => {
    expect([...mine.keys()].sort()).toEqual([...reference.keys()].sort());
  });

  test.for([...messages])('%s asks for the same values in each message', ([, mine]) => {
    const wrong = [...mine]
      .map(([key, message]) => ({ key, here: asked(message), there: asked(reference.get(key) ?? '') }))
      .filter(({ here, there }) => here.join() !== there.join());
    expect(wrong).toEqual([]);
  });

  test.for([...messages])('%s leaves no message empty', ([, mine]) => {
    expect([...mine].filter(([, message]) => message.trim() === '')).toEqual([]);
  });

  test('a missing value and a missing branch would be found', () => {
    expect(asked('Bel {name}')).not.toEqual(asked('Bel'));
    expect(asked('{kind, select, short {a} other {b}}')).not.toEqual(asked('{kind, select, other {b}}'));
    expect(asked('<date></date>')).not.toEqual(asked('{date}'));
  });
});

group('every message is said, and nothing is said that no language has', () => {
  test('every interface message is used by a source file', () => {
    // A key may have a value in it: `audience.${audience}`.
    const patterns = sources.flatMap((source) =>
      [...source.matchAll(/`([a-z]\w*(?:\.(?:\w+|\$\{[^}]+\}))+)`/gi)].map(
        ([, key = '']) => new RegExp(`^${key.replaceAll('.', '\\.').replaceAll(/\$\{[^}]+\}/g, '[^.]+')}$`),
      ),
    );
    const unused = interfaceKeys.filter(
      (key) =>
        !sources.some((source) => source.includes(`'${key}'`)) && !patterns.some((each) => each.test(key)),
    );
    expect(unused).toEqual([]);
  });

  test.for([...messages])('%s names exactly the kinds and audiences of the records', ([, mine]) => {
    const valuesOf = (name: string) =>
      new Set([...mine.keys()].filter((key) => key.startsWith(`${name}.`)).map((key) => key.split('.')[1]));
    expect(valuesOf('kinds')).toEqual(new Set(contactKinds));
    expect(valuesOf('audience')).toEqual(new Set(audiences));
  });

  test('every key that a source file asks for exists', () => {
    const wanted = sources.flatMap((source) =>
      [...source.matchAll(/\bt(?:\.rich|\.markup)?\(\s*'([^']+)'/g)].map(([, key = '']) => key),
    );
    expect(wanted.length).toBeGreaterThan(0);
    expect(wanted.filter((key) => !reference.has(key))).toEqual([]);
  });
});

group('every command has its words, and nothing else', () => {
  test.for([
    ['new', 'commands/new.ts'],
    ['inStep', 'commands/in-step.ts'],
    ['translations', 'commands/translations.ts'],
    ['rename', 'commands/rename.ts'],
  ] as const)('%s', ([name, script]) => {
    const sources = [script, 'commands/command.ts', 'app/(preview)/translations/[language]/page.dev.tsx']
      .concat('gate/twins/overview.ts')
      .map((file) => readFileSync(path.join(root, file), 'utf8'));
    for (const [, tree] of trees) {
      const unused = Object.keys(tree[name] ?? {}).filter(
        (key) => !sources.some((source) => new RegExp(`'(?:${name}\\.)?${key}'`).test(source)),
      );
      expect(unused).toEqual([]);
    }
  });
});

group('every kind of finding has its words', () => {
  test.for([...trees])('%s has words for every code, and for no other', ([, { check = {} }]) => {
    expect(Object.keys(check).sort()).toEqual([...findingCodes].sort());
  });

  test.for([...trees])('%s says of each what is wrong, why it matters and what to write', ([, { check }]) => {
    for (const code of findingCodes) {
      expect(Object.keys((check as Tree)[code] ?? {}).sort()).toEqual(['what', 'why', 'write']);
    }
  });

  test.for(allRules)('$code can be said in every language', (rule) => {
    const { code } = rule;
    // Each placeholder once with a value of its own, and once with `none`, for which some messages have other words.
    const keys = [...reference.keys()].filter((key) => key.startsWith(`check.${code}.`));
    const names = new Set(
      keys.flatMap((key) => asked(reference.get(key) ?? '').map((name) => name.replace(/:.*/, ''))),
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
