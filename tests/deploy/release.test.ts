import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { seal } from '#publish/release/seal.ts';
import { ask } from '../http/client.ts';
import { findProgram, nobody } from '../http/hosts.ts';
import { root } from '../published-site.ts';
import { missing, nginx } from './plain-server.ts';
import { Releases } from './releases.ts';
import { writeSmallRelease } from './small-release.ts';

let releases: Releases;
beforeAll(async () => {
  releases = await Releases.make();
});
afterAll(() => releases.remove());
beforeEach(() => releases.startTest());
afterEach(() => releases.endTest());

describe.skipIf(missing)(`deploy/release${missing ? ` (skipped: ${missing})` : ''}`, () => {
  it('shows a release, and the next one, each from its own folder with exactly the built files', async () => {
    expect(await releases.add(1)).toMatchObject({ code: 0, stdout: expect.stringContaining('Start nginx') });
    const [first] = releases.kept;
    expect(releases.current).toBe(first);
    expect(await releases.add(2)).toMatchObject({ code: 0 });
    expect(releases.kept).toHaveLength(2);
    expect(releases.current).toBe(releases.kept[1]);
    for (const [index, name] of releases.kept.entries()) {
      const { status } = spawnSync('diff', [
        '-r',
        '--exclude=server.conf',
        '--exclude=assets',
        releases.folderOf(index + 1),
        path.join(releases.server.folder, 'releases', name),
      ]);
      expect(status).toBe(0);
    }
    expect((await releases.server.release(['list'])).stdout).toBe(
      `${first}\n${releases.current} (visitors see this one)\n`,
    );
    expect(await releases.server.release(['verify'])).toMatchObject({ code: 0 });
  });

  it('reads a release from standard input', async () => {
    expect(await releases.server.release(['add', '-'], { input: releases.tarOf(1) })).toMatchObject({
      code: 0,
    });
    expect(releases.current).toBe(releases.kept[0]);
  });

  it('keeps a release that it already has only once', async () => {
    await releases.add(1);
    await releases.add(2);
    expect(await releases.add(1)).toMatchObject({ code: 0 });
    expect(releases.kept).toHaveLength(2);
    expect(releases.current).toBe(releases.kept[0]);
  });

  it('rolls back repeatedly, and shows a release by name', async () => {
    for (const number of [1, 2, 3]) await releases.add(number);
    const [first = '', second, third = ''] = releases.kept;
    await releases.server.release(['rollback']);
    expect(releases.current).toBe(second);
    await releases.server.release(['rollback']);
    expect(releases.current).toBe(first);
    expect(await releases.server.release(['rollback'])).toMatchObject({
      code: 1,
      stderr: 'There is no earlier release.\n',
    });
    expect(await releases.server.release(['show', 'other'])).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^There is no release other\. Kept releases: /),
    });
    await releases.server.release(['show']);
    expect(releases.current).toBe(third);
    await releases.server.release(['show', first]);
    expect(releases.current).toBe(first);
    await releases.add(4);
    expect(releases.current).toMatch(/^000004-/);
  });

  it('keeps the newest releases and their assets, and always the current one', async () => {
    for (const number of [1, 2, 3])
      await releases.server.release(['add', releases.folderOf(number)], { env: { KEEP: '2' } });
    expect(releases.kept).toHaveLength(2);
    expect([1, 2, 3].map((number) => releases.hasAsset(releases.iconOf(number)))).toEqual([false, true, true]);

    // The current one stays even when it is not among the newest.
    await releases.server.release(['add', releases.folderOf(2)], { env: { KEEP: '1' } });
    expect(releases.kept).toHaveLength(2);
    expect(releases.current).toBe(releases.kept[0]);
    expect(await releases.server.release(['verify'])).toMatchObject({ code: 0 });
  });

  it('keeps a release with its assets and shows it later, for several servers', async () => {
    await releases.add(1);
    const { stdout } = await releases.server.release(['keep', releases.folderOf(2)]);
    expect(releases.current).toBe(releases.kept[0]);
    expect(releases.hasAsset(releases.iconOf(2))).toBe(true);
    const [, name = ''] = /release show (\S+)$/m.exec(stdout) ?? [];
    expect(await releases.server.release(['show', name])).toMatchObject({ code: 0 });
    expect(releases.current).toBe(name);
  });

  it('adds and removes assets in folders', async () => {
    const nested = releases.changed(1, (copy) => {
      mkdirSync(path.join(copy, 'site/assets/index.0123456789/parts'), { recursive: true });
      writeFileSync(path.join(copy, 'site/assets/index.0123456789/parts/a.js'), '');
    });
    await seal(nested);
    expect(await releases.server.release(['add', nested])).toMatchObject({ code: 0 });
    expect(releases.hasAsset('assets/index.0123456789/parts/a.js')).toBe(true);
    expect(await releases.server.release(['verify'])).toMatchObject({ code: 0 });
    await releases.server.release(['add', releases.folderOf(2)], { env: { KEEP: '1' } });
    expect(releases.hasAsset('assets/index.0123456789')).toBe(false);
    expect(releases.hasAsset(releases.iconOf(2))).toBe(true);
  });
});

describe.skipIf(missing)('deploy/release', () => {
  it('leaves a complete release when it is killed at any moment, and works again', async () => {
    await releases.add(1);
    await releases.server.release(['add', releases.folderOf(1)]);
    for (let delay = 5; delay <= 165; delay += 20) {
      const child = spawn(path.join(root, 'deploy/release'), ['add', releases.folderOf(2)], {
        env: { ...process.env, SITE: releases.server.folder },
        detached: true,
        ...(nobody === null ? {} : { uid: nobody, gid: nobody }),
      });
      const ended = once(child, 'close');
      await wait(delay);
      try {
        if (child.pid) process.kill(-child.pid, 'SIGKILL');
      } catch {
        // It had finished.
      }
      await ended;
      // Its programs hold the lock until the last of them is gone.
      await once(spawn('flock', [path.join(releases.server.folder, '.lock'), 'true']), 'close');
      expect(await releases.server.release(['verify']), `after ${delay} ms`).toMatchObject({ code: 0 });
    }
    expect(await releases.add(3)).toMatchObject({ code: 0 });
    expect(releases.current).toMatch(/-[0-9a-f]{12}$/);
    expect(await releases.server.release(['verify'])).toMatchObject({ code: 0 });
    expect(readdirSync(path.join(releases.server.folder, 'releases')).filter((name) => name.startsWith('.'))).toEqual(
      [],
    );
  });
});

const busybox = findProgram('busybox');

describe.skipIf(missing || !busybox)(
  `deploy/release with BusyBox${busybox ? '' : ' (skipped: busybox is not installed)'}`,
  () => {
    it('works the same', async () => {
      const programs = mkdtempSync(path.join(releases.folder, 'bin-'));
      chmodSync(programs, 0o755);
      const names = [
        'sh',
        'awk',
        'cat',
        'cp',
        'cut',
        'dirname',
        'find',
        'grep',
        'head',
        'ln',
        'mkdir',
        'mv',
        'readlink',
        'rm',
        'rmdir',
        'sed',
        'sha256sum',
        'sort',
        'tail',
        'tar',
        'tr',
        'wc',
      ];
      for (const name of names) symlinkSync(busybox ?? '', path.join(programs, name));
      // Debian's BusyBox has no flock.
      symlinkSync(findProgram('flock') ?? '', path.join(programs, 'flock'));
      const env = { PATH: programs, NGINX: nginx ?? '', KEEP: '2' };
      const script = path.join(root, 'deploy/release');
      const run = (args: string[], input?: Buffer) =>
        spawnSync(path.join(programs, 'sh'), [script, ...args], {
          env: { ...process.env, ...env, SITE: releases.server.folder },
          encoding: 'utf8',
          ...(input ? { input } : {}),
        });
      for (const number of [1, 2, 3])
        expect(run(['add', releases.folderOf(number)])).toMatchObject({ status: 0, stderr: '' });
      expect(run(['add', '-'], releases.tarOf(4))).toMatchObject({ status: 0, stderr: '' });
      expect(releases.kept).toHaveLength(2);
      expect(run(['rollback'])).toMatchObject({ status: 0, stderr: '' });
      expect(run(['verify'])).toMatchObject({ status: 0, stderr: '' });
      expect(
        run(['add', releases.changed(5, (copy) => truncateSync(path.join(copy, 'site/index.html'), 9))]),
      ).toMatchObject({ status: 1 });
      expect(releases.hasAsset(releases.iconOf(1))).toBe(false);
      expect(releases.hasAsset(releases.iconOf(3))).toBe(true);
    });
  },
);

describe.skipIf(missing)('nginx', () => {
  it('serves the assets of a release that is added while it runs, and of the previous one', async () => {
    const folders = await Promise.all(
      [1, 2].map(async (number) => {
        const copy = path.join(releases.server.folder, `in-${number}`);
        await writeSmallRelease(copy, number, releases.server.port);
        return copy;
      }),
    );
    await releases.server.release(['add', folders[0] ?? '']);
    await releases.server.start();
    expect((await ask(releases.server.port, releases.iconOf(2))).status).toBe(404);
    const { stdout } = await releases.server.release(['add', folders[1] ?? '']);
    expect(stdout).toMatch(/^Visitors see the release 000002-/);
    for (const number of [1, 2]) {
      const { status, headers } = await ask(releases.server.port, releases.iconOf(number));
      expect(status).toBe(200);
      expect(headers['cache-control']).toContain('immutable');
    }
    for (const suffix of ['.br', '.gz', '/', '/..']) {
      expect((await ask(releases.server.port, releases.iconOf(1) + suffix)).status).toBe(404);
    }
    for (const target of [
      '/assets/../index.html',
      '/assets/%2e%2e/index.html',
      '/assets/./icon.svg',
      '/assets//x.svg',
    ]) {
      expect([400, 404]).toContain((await ask(releases.server.port, target)).status);
    }
  });
});
