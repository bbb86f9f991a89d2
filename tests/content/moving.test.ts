import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readTexts, writeChanges } from '#edit/project.ts';
import { renamed } from '#edit/rename.ts';
import { loadSite } from '#gate/load.ts';
import { pathsFile, readRegister, writeRegister } from '#gate/rules/paths.ts';
import { languages } from '#lib/languages/languages.ts';
import { homeKey, type Site } from '#lib/site/site.ts';

import { fixtureDay, fixtureRoot } from '../fixture-site.ts';

const root = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'moving-'));
afterAll(() => rmSync(folder, { recursive: true }));

const keysOf = ({ pages }: Site) => pages.map(({ key }) => key);
const pathsOf = ({ pages }: Site) =>
  pages.flatMap(({ twins }) => Object.values(twins).map(({ path: pagePath }) => pagePath)).sort();

function siteIn(place: string): Site {
  const { site, findings } = loadSite({ root: place, languages, drafts: true, day: fixtureDay });
  expect(findings).toEqual([]);
  if (!site) throw new Error('No site.');
  return site;
}

test('every page can be renamed without an error or another path, and back to the same bytes', () => {
  const before = siteIn(fixtureRoot);
  const original = readTexts(fixtureRoot);
  const texts = new Map(original);
  const rename = (from: string, to: string) => {
    for (const [file, text] of renamed(texts, from, to)) {
      if (text === null) texts.delete(file);
      else texts.set(file, text);
    }
  };
  // Nested pages first, because they move with their parent.
  const keys = keysOf(before)
    .filter((key) => key !== homeKey)
    .sort()
    .reverse();
  for (const key of keys) rename(key, `moved/${key}`);

  cpSync(path.join(fixtureRoot, 'content'), path.join(folder, 'content'), { recursive: true });
  const gone = [...original.keys()].filter((file) => !texts.has(file)).map((file) => [file, null] as const);
  writeChanges(folder, new Map([...gone, ...texts]));
  const after = siteIn(folder);
  expect(keysOf(after).sort()).toEqual([homeKey, ...keys.map((key) => `moved/${key}`)].sort());
  expect(pathsOf(after)).toEqual(pathsOf(before));

  rename('moved', 'unmoved');
  for (const key of keys.toReversed()) rename(`unmoved/${key}`, key);
  expect(Object.fromEntries(texts)).toEqual(Object.fromEntries(original));
});

/** Runs git; null without git or without a repository. */
function git(cwd: string, ...args: string[]): string | null {
  const identity = ['-c', 'user.name=Editor', '-c', 'user.email=editor@example.org'];
  try {
    return execFileSync('git', [...identity, ...args], {
      cwd,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 1e9,
    });
  } catch {
    return null;
  }
}

/** A shallow clone hides what was removed before. */
const isWhole = git(root, 'rev-parse', '--is-shallow-repository')?.trim() === 'false';
const history = isWhole ? git(root, 'log', '-p', '--format=', '-m', '--', pathsFile) : null;

test.skipIf(history === null)('no path was ever removed from the register in the whole git history', () => {
  const known = new Set(
    readRegister(readFileSync(path.join(root, pathsFile), 'utf8')).entries.map((each) => each.path),
  );
  const removed = (history ?? '').split('\n').flatMap((line) => /^-(\/[^:]*): /.exec(line)?.[1] ?? []);
  expect(removed.filter((pagePath) => !known.has(pagePath))).toEqual([]);
});

test.skipIf(git(root, '--version') === null)(
  'git merges two branches that each publish a page without a conflict',
  () => {
    const repository = mkdtempSync(path.join(tmpdir(), 'merge-'));
    const file = path.join(repository, pathsFile);
    const publish = (branch: string, line: string) => {
      git(repository, 'switch', '-c', branch, 'main');
      const { entries } = readRegister(readFileSync(file, 'utf8'));
      const [, added = '', key = ''] = /^(.*): (.*)$/.exec(line) ?? [];
      writeFileSync(file, writeRegister('', [...entries, { path: added, key }]));
      git(repository, 'commit', '-am', branch);
    };
    git(repository, 'init', '-b', 'main');
    cpSync(path.join(root, '.gitattributes'), path.join(repository, '.gitattributes'));
    mkdirSync(path.dirname(file));
    writeFileSync(
      file,
      writeRegister('', [
        { path: '/xx', key: 'home' },
        { path: '/xx/z', key: 'last' },
      ]),
    );
    git(repository, 'add', '.');
    git(repository, 'commit', '-m', 'The site');
    publish('one', '/xx/a: one');
    publish('two', '/xx/b: two');
    expect(git(repository, 'merge', 'one')).not.toBeNull();
    const merged = readRegister(readFileSync(file, 'utf8'));
    rmSync(repository, { recursive: true });
    expect(merged.malformed).toEqual([]);
    expect(merged.entries.map((each) => each.path).sort()).toEqual(['/xx', '/xx/a', '/xx/b', '/xx/z']);
  },
);
