import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build, copyProject, hashesOf, type Run } from './project-copy.ts';

const here = copyProject('here');
const there = copyProject('another-place-with-a-longer-name');
const [out, otherOut] = [here, there].map(({ root }) => path.join(root, 'out')) as [string, string];

let runs: Run[] = [];

beforeAll(async () => {
  // What stands around the project is none of its business, not even another project.
  there.write('../package.json', '{"name":"around"}');
  there.write('../package-lock.json', '{"name":"around","lockfileVersion":3,"packages":{}}');
  runs = await Promise.all([
    here.run(build, { TZ: 'Pacific/Kiritimati', LANG: 'C', LC_ALL: 'C', HOME: path.join(here.root, 'home') }),
    there.run(build, {
      TZ: 'America/New_York',
      LANG: 'fr_BE.UTF-8',
      LC_ALL: 'fr_BE.UTF-8',
      HOME: path.join(there.root, 'elsewhere'),
    }),
  ]);
});

afterAll(() => {
  here.remove();
  there.remove();
});

test('the site builds from a clean copy, wherever it stands', () => {
  for (const { code, output } of runs) {
    expect(code, output).toBe(0);
    expect(output).not.toContain('workspace root');
  }
  expect(hashesOf(out).size).toBeGreaterThan(0);
});

test('the same tree gives the same bytes, whatever the folder, the time zone, the locale and the user', () => {
  expect(Object.fromEntries(hashesOf(otherOut))).toEqual(Object.fromEntries(hashesOf(out)));
  expect(there.read('out/manifest.json')).toBe(here.read('out/manifest.json'));
});

test('no published text names the folder it was built in', () => {
  for (const { root } of [here, there]) {
    for (const file of hashesOf(out).keys()) {
      expect(here.read(`out/${file}`).includes(root), file).toBe(false);
    }
  }
});

test('after a change to one page the site is built sooner than from nothing, with the same bytes', async () => {
  const codes = readdirSync(path.join(here.root, 'content/pages/legal')).flatMap(
    (file) => /^(\w+)\.mdx$/.exec(file)?.[1] ?? [],
  );
  for (const copy of [here, there]) {
    for (const code of codes) {
      const file = `content/pages/legal/${code}.mdx`;
      // What a page alone shows: its day, its headings, and the components of its body.
      const text = copy.read(file).replace(/^updated: .*$/m, 'updated: 2026-11-20');
      copy.write(file, `${text}\n## Intranet\n\n<OpenData />\n`);
    }
    expect(await copy.run(['commands/in-step.ts', 'legal'])).toMatchObject({ code: 0 });
  }
  rmSync(path.join(there.root, '.next'), { recursive: true });
  const [sooner, fromNothing] = await Promise.all([here.run(build), there.run(build)]);
  const rendered = ({ output }: Run) => Number(/(\d+) pages rendered/.exec(output)?.[1]);
  expect(rendered(fromNothing)).toBeGreaterThan(30);
  // The pages that change, and the one where a visitor chooses a language.
  expect(rendered(sooner)).toBe(codes.length + 1);
  expect(Object.fromEntries(hashesOf(out))).toEqual(Object.fromEntries(hashesOf(otherOut)));
});

test('one byte of difference would be found', () => {
  const page = path.join(otherOut, 'site/index.html');
  writeFileSync(page, `${there.read('out/site/index.html')} `);
  expect(Object.fromEntries(hashesOf(otherOut))).not.toEqual(Object.fromEntries(hashesOf(out)));
});
