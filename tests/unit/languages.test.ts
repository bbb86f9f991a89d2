import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, describe as group, test } from 'vitest';
import { languages } from '#lib/languages/languages.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** Files that may name a language: the list itself, and the type of messages, which comes from one file. */
const allowed = ['lib/languages/languages.ts', 'app/messages.d.ts'];

const sources = ['app', 'components', 'lib', 'publish', 'gate', 'commands']
  .flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
      path.join(folder, file).replaceAll(path.sep, '/'),
    ),
  )
  .filter((file) => /\.(tsx?|mjs|css)$/.test(file) && !allowed.includes(file));

/** The places where source code names a language: its code or tag as a whole string, in a selector, as a property or in a path. */
function namesOfLanguages(text: string): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, '');
  const words = languages.flatMap(({ code: each, tag }) => [each, tag]).join('|');
  const naming = new RegExp(
    `(['"\`])(?:${words})\\1|lang(?:\\^|\\|)?=["']?(?:${words})\\b|:lang\\((?:${words})|\\b(?:${words}):|['"\`]/(?:${words})(?:/|['"\`])`,
    'g',
  );
  return code.match(naming) ?? [];
}

group('the list of languages', () => {
  test('is the only source file that names a language', () => {
    const named = sources
      .map((file) => ({ file, names: namesOfLanguages(readFileSync(path.join(root, file), 'utf8')) }))
      .filter(({ names }) => names.length > 0);
    expect(named).toEqual([]);
  });

  test('is protected by a search that finds every way to name a language', () => {
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

  test('has unique codes, tags and names, and each tag starts with its code', () => {
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
