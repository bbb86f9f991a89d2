import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build, copyProject, hashesOf, type Run } from './project-copy.ts';
import { dayAfter } from './three-languages.ts';

const here = copyProject('here');
const there = copyProject('another-place-with-a-longer-name');
const day = dayAfter(0);
const [out, otherOut] = [here, there].map(({ root }) => path.join(root, 'out')) as [string, string];

let runs: Run[] = [];

beforeAll(async () => {
  // Files around the project must not matter, not even another project.
  there.write('../package.json', '{"name":"around"}');
  there.write('../package-lock.json', '{"name":"around","lockfileVersion":3,"packages":{}}');
  runs = await Promise.all([
    here.run(build, {
      SITE_DAY: day,
      TZ: 'Pacific/Kiritimati',
      LANG: 'C',
      LC_ALL: 'C',
      HOME: path.join(here.root, 'home'),
    }),
    there.run(build, {
      SITE_DAY: day,
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

test('The site builds from a clean copy in any folder', () => {
  for (const { code, output } of runs) {
    expect(code, output).toBe(0);
    expect(output).not.toContain('workspace root');
  }
  expect(hashesOf(out).size).toBeGreaterThan(0);
});

test('The same tree gives the same bytes in any folder, time zone and locale', () => {
  expect(Object.fromEntries(hashesOf(otherOut))).toEqual(Object.fromEntries(hashesOf(out)));
  expect(there.read('out/manifest.json')).toBe(here.read('out/manifest.json'));
  expect(JSON.parse(here.read('out/manifest.json')).day).toBe(day);
});

test('No published file contains the folder of the build', () => {
  for (const { root } of [here, there]) {
    for (const file of hashesOf(out).keys()) {
      expect(here.read(`out/${file}`).includes(root), file).toBe(false);
    }
  }
});

test('The comparison finds a difference of one byte', () => {
  const page = path.join(otherOut, 'site/index.html');
  writeFileSync(page, `${there.read('out/site/index.html')} `);
  expect(Object.fromEntries(hashesOf(otherOut))).not.toEqual(Object.fromEntries(hashesOf(out)));
});
