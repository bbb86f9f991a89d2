import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build, hashesOf, type ProjectCopy, type Run } from '../build/project-copy.ts';
import { fixtureDay } from './content/news-and-notices.ts';
import { copyWithEverything } from './setup.ts';
import { out, root } from './site.ts';

/* The site of the fixtures, built a second time: in another folder, inside another project, in another time zone and locale. */

let there: ProjectCopy;
let run: Run;

beforeAll(async () => {
  there = await copyWithEverything('another-place-with-a-longer-name');
  there.write('../package.json', '{"name":"around"}');
  there.write('../package-lock.json', '{"name":"around","lockfileVersion":3,"packages":{}}');
  const HOME = path.join(there.root, 'elsewhere');
  const locale = 'fr_BE.UTF-8';
  run = await there.run(build, { SITE_DAY: fixtureDay, TZ: 'America/New_York', LANG: locale, LC_ALL: locale, HOME });
});
afterAll(() => there.remove());

const ofOther = () => Object.fromEntries(hashesOf(path.join(there.root, 'out')));

test('the site builds inside the folder of another project', () => {
  expect(run.code, run.output).toBe(0);
  expect(run.output).not.toContain('workspace root');
});

test('the same content and day give the same bytes in any folder, time zone and locale', () => {
  expect(ofOther()).toEqual(Object.fromEntries(hashesOf(out())));
  expect(JSON.parse(there.read('out/manifest.json')).day).toBe(fixtureDay);
});

test('no published file contains the folder of its build', () => {
  for (const file of hashesOf(out()).keys()) {
    expect(
      [root, there.root].filter((each) => there.read(`out/${file}`).includes(each)),
      file,
    ).toEqual([]);
  }
});

test('the comparison finds a difference of one byte', () => {
  there.write('out/site/index.html', `${there.read('out/site/index.html')} `);
  expect(ofOther()).not.toEqual(Object.fromEntries(hashesOf(out())));
});
