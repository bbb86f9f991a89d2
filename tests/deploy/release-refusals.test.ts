import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { seal } from '#publish/release/seal.ts';
import { root } from '../published-site.ts';
import { missing, type Result } from './plain-server.ts';
import { Releases } from './releases.ts';

let releases: Releases;
beforeAll(async () => {
  releases = await Releases.make();
});
afterAll(() => releases.remove());
beforeEach(() => releases.startTest());
afterEach(() => releases.endTest());

function expectOneSentence({ code, stdout, stderr }: Result, words: RegExp): void {
  expect(stderr).toMatch(words);
  expect(stderr).toMatch(/^[A-Z][^\n]+\n$/);
  expect(stdout).toBe('');
  expect(code).toBe(1);
}

describe.skipIf(missing)('deploy/release refuses, in one sentence and without changing anything,', () => {
  const page = 'site/index.html';
  const broken: readonly (readonly [string, () => string | Promise<string>, RegExp])[] = [
    [
      'a release with a file that is cut off',
      () => releases.changed(2, (copy) => truncateSync(path.join(copy, page), 100)),
      /is incomplete/,
    ],
    [
      'a release without one of its files',
      () => releases.changed(2, (copy) => rmSync(path.join(copy, page))),
      /is incomplete/,
    ],
    [
      'a release with an unknown file',
      () => releases.changed(2, (copy) => writeFileSync(path.join(copy, 'site/strange.html'), '')),
      /is incomplete/,
    ],
    [
      'a release with a changed file',
      () => releases.changed(2, (copy) => writeFileSync(path.join(copy, page), 'Other.')),
      /is incomplete/,
    ],
    [
      'a release whose list of files is cut off',
      () => releases.changed(2, (copy) => truncateSync(path.join(copy, 'SHA256SUMS'), 900)),
      /is incomplete/,
    ],
    [
      'a release whose list of files is missing',
      () => releases.changed(2, (copy) => rmSync(path.join(copy, 'SHA256SUMS'))),
      /is incomplete/,
    ],
    [
      'a release without its hash',
      () => releases.changed(2, (copy) => writeFileSync(path.join(copy, 'release.sha256'), '')),
      /is incomplete/,
    ],
    [
      'a release with an invalid nginx configuration',
      async () => {
        const copy = releases.changed(2, (each) =>
          writeFileSync(path.join(each, 'nginx.conf'), 'http { server {\nroot site;\n'),
        );
        await seal(copy);
        return copy;
      },
      /^The nginx configuration is invalid: unexpected end of file/,
    ],
    [
      'a release with another nginx configuration',
      async () => {
        const copy = releases.changed(2, (each) => writeFileSync(path.join(each, 'nginx.conf'), 'events {}'));
        await seal(copy);
        return copy;
      },
      /was not written by a build/,
    ],
    ['a folder that does not exist', () => path.join(releases.folder, 'nowhere'), /^There is no folder /],
    [
      'an empty folder',
      () =>
        releases.changed(2, (copy) => {
          for (const each of readdirSync(copy)) rmSync(path.join(copy, each), { recursive: true });
        }),
      /is incomplete/,
    ],
  ];

  it.each(broken)('%s', async (_, make, words) => {
    await releases.add(1);
    const before = [releases.current, releases.kept, readdirSync(path.join(releases.server.folder, 'assets'))];
    expectOneSentence(await releases.server.release(['add', await make()]), words);
    expect([releases.current, releases.kept, readdirSync(path.join(releases.server.folder, 'assets'))]).toEqual(before);
    expect(await releases.server.release(['verify'])).toMatchObject({ code: 0 });
    expect(existsSync(path.join(releases.server.folder, 'releases/.new'))).toBe(false);
  });

  it.each([0.1, 0.5, 0.9])('a transfer that is cut off after %d of it', async (part) => {
    await releases.add(1);
    const before = releases.current;
    const whole = releases.tarOf(2);
    const result = await releases.server.release(['add', '-'], {
      input: whole.subarray(0, Math.floor(whole.length * part)),
    });
    expectOneSentence(result, /^The release (was cut off|is incomplete)/);
    expect(releases.current).toBe(before);
  });

  it('a rollback to a release that is no longer complete', async () => {
    await releases.add(1);
    await releases.add(2);
    const [first = ''] = releases.kept;
    truncateSync(path.join(releases.server.folder, 'releases', first, page), 10);
    const before = releases.current;
    expectOneSentence(await releases.server.release(['rollback']), /is no longer complete/);
    expectOneSentence(await releases.server.release(['verify', first]), /is incomplete/);
    expect(releases.current).toBe(before);
  });

  it('a second release while one is running', async () => {
    await releases.add(1);
    const lock = spawn('flock', [path.join(releases.server.folder, '.lock'), 'sleep', '60'], {
      detached: true,
    });
    try {
      // flock has the lock once its child runs.
      for (let result = await releases.add(2); result.code === 0; result = await releases.add(2)) await wait(50);
      expectOneSentence(await releases.add(3), /^Another release is running/);
    } finally {
      if (lock.pid) process.kill(-lock.pid);
    }
  });

  it.each([
    [['add'], {}, /^Use: /],
    [['remove', 'x'], {}, /^Use: /],
    [[], {}, /^Use: /],
    [['rollback', 'a'], {}, /^Use: /],
    [['show', 'a', 'b'], {}, /^Use: /],
    [['show'], {}, /^There is no release yet/],
    [['add', '-'], { NGINX: 'no-such-nginx' }, /^This server has no no-such-nginx\./],
    [['list'], { SITE: 'relative' }, /^SITE is relative/],
    [['list'], { SITE: '/tmp/two words' }, /^SITE is /],
    [['list'], { KEEP: '0' }, /^KEEP is 0/],
    [['list'], { SITE: '/proc/site' }, /^This user may not write in \/proc\/site\./],
    [['verify'], {}, /^There is no release yet/],
  ] as const)('%j with %j', async (args, env, words) => {
    expectOneSentence(await releases.server.release(args, { env }), words);
  });

  it.skipIf(spawnSync('unshare', ['--mount', 'true']).status !== 0)(
    'a release that does not fit on the disk',
    async () => {
      await releases.add(1);
      const before = releases.current;
      const script = `mount -t tmpfs -o size=300k tmpfs '${releases.server.folder}/releases' && cp -a '${releases.server.folder}/current-release' '${releases.server.folder}/${path.join('releases', before)}' && '${root}/deploy/release' add '${releases.folderOf(2)}'`;
      cpSync(
        path.join(releases.server.folder, 'releases', before),
        path.join(releases.server.folder, 'current-release'),
        {
          recursive: true,
        },
      );
      const { status, stderr } = spawnSync('unshare', ['--mount', 'sh', '-c', script], {
        encoding: 'utf8',
        env: { ...process.env, SITE: releases.server.folder },
      });
      expect(stderr).toMatch(/the disk is full\. Nothing has changed\.\n$/);
      expect(status).toBe(1);
      expect(releases.current).toBe(before);
    },
  );
});
