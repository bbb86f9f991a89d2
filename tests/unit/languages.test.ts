import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, describe as group, test } from 'vitest';
import { languages } from '#lib/languages/languages.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** Where languages may be named: the list itself, and the type that one file of messages gives to all. */
const allowed = ['lib/languages/languages.ts', 'app/messages.d.ts'];

const sources = ['app', 'components', 'lib', 'publish', 'gate', 'commands']
  .flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
      path.join(folder, file).replaceAll(path.sep, '/'),
    ),
  )
  .filter((file) => /\.(tsx?|mjs|css)$/.test(file) && !allowed.includes(file));

/** Where a text names a language: its code or its tag as a whole string, in a selector, as a property or as a path. */
function namesOfLanguages(text: string): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, '');
  const words = languages.flatMap(({ code: each, tag }) => [each, tag]).join('|');
  const naming = new RegExp(
    `(['"\`])(?:${words})\\1|lang(?:\\^|\\|)?=["']?(?:${words})\\b|:lang\\((?:${words})|\\b(?:${words}):|['"\`]/(?:${words})(?:/|['"\`])`,
    'g',
  );
  return code.match(naming) ?? [];
}

group('a language is data', () => {
  test('no component, route, script or publish step names one', () => {
    const named = sources
      .map((file) => ({ file, names: namesOfLanguages(readFileSync(path.join(root, file), 'utf8')) }))
      .filter(({ names }) => names.length > 0);
    expect(named).toEqual([]);
  });

  test('a name would be found', () => {
    for (const { code, tag } of languages) {
      for (const sample of [
        `if (language === '${code}') return;`,
        `<html lang="${tag}">`,
        `const words = { ${code}: 'x' };`,
        `href="/${code}/contact"`,
        `:lang(${code}) { hyphens: auto; }`,
      ]) {
        expect(namesOfLanguages(sample), sample).not.toEqual([]);
      }
      expect(namesOfLanguages(`// such as /${code}/contact`)).toEqual([]);
    }
  });

  test('each has a code, a tag and a name of its own, and the tag starts with the code', () => {
    for (const part of ['code', 'tag', 'name'] as const) {
      expect(new Set(languages.map((language) => language[part])).size).toBe(languages.length);
    }
    for (const { code, tag } of languages) {
      expect(code).toMatch(/^[a-z]{2,3}$/);
      expect(Intl.getCanonicalLocales(tag)).toEqual([tag]);
      expect(tag.split('-')[0]).toBe(code);
    }
  });
});
