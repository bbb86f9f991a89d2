import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { seal } from '#publish/release/seal.ts';
import { ask } from '../http/client.ts';
import { findProgram, nobody } from '../http/hosts.ts';
import { root } from '../published-site.ts';
import { missing, nginx, PlainServer, type Result } from './plain-server.ts';
import { assetsOf, writeSmallRelease } from './small-release.ts';

let folder: string;
let server: PlainServer;
const releaseFolder = (number: number) => path.join(folder, String(number));

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'releases-'));
  chmodSync(folder, 0o755);
  for (let number = 1; number <= 6; number++) await writeSmallRelease(releaseFolder(number), number, 8080);
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(async () => {
  server = await PlainServer.make();
});
afterEach(() => server.remove());

const present = () => path.basename(readlinkSync(path.join(server.folder, 'current')));
const kept = () => readdirSync(path.join(server.folder, 'releases')).filter((name) => !name.startsWith('.'));
const add = (number: number) => server.release(['add', releaseFolder(number)]);
const iconOf = (number: number) =>
  assetsOf(readFileSync(path.join(releaseFolder(number), 'site/index.html'), 'utf8')).find((asset) =>
    asset.includes('icon'),
  ) ?? '';
const isInPool = (asset: string) => existsSync(path.join(server.folder, asset));

/** A changed copy of a release. */
function changed(number: number, change: (copy: string) => void): string {
  const copy = mkdtempSync(path.join(folder, 'changed-'));
  chmodSync(copy, 0o755);
  cpSync(releaseFolder(number), copy, { recursive: true, preserveTimestamps: true });
  change(copy);
  return copy;
}

function expectOneSentence({ code, said, wrong }: Result, words: RegExp): void {
  expect(wrong).toMatch(words);
  expect(wrong).toMatch(/^[A-Z][^\n]+\n$/);
  expect(said).toBe('');
  expect(code).toBe(1);
}

const tarOf = (number: number) =>
  execFileSync('tar', ['-C', releaseFolder(number), '-cf', '-', '.'], { maxBuffer: 2 ** 28 });

describe.skipIf(missing)(`deploy/release${missing ? ` (skipped: ${missing})` : ''}`, () => {
  it('shows a release, and the next one, each from a folder of its own that holds exactly what was built', async () => {
    expect(await add(1)).toMatchObject({ code: 0, said: expect.stringContaining('Start nginx') });
    const [first] = kept();
    expect(present()).toBe(first);
    expect(await add(2)).toMatchObject({ code: 0 });
    expect(kept()).toHaveLength(2);
    expect(present()).toBe(kept()[1]);
    for (const [index, name] of kept().entries()) {
      const { status } = spawnSync('diff', [
        '-r',
        '--exclude=server.conf',
        '--exclude=assets',
        releaseFolder(index + 1),
        path.join(server.folder, 'releases', name),
      ]);
      expect(status).toBe(0);
    }
    expect((await server.release(['list'])).said).toBe(`${first}\n${present()} (visitors see this one)\n`);
    expect(await server.release(['verify'])).toMatchObject({ code: 0 });
  });

  it('takes a release from standard input', async () => {
    expect(await server.release(['add', '-'], { input: tarOf(1) })).toMatchObject({ code: 0 });
    expect(present()).toBe(kept()[0]);
  });

  it('keeps a release that it has already only once', async () => {
    await add(1);
    await add(2);
    expect(await add(1)).toMatchObject({ code: 0 });
    expect(kept()).toHaveLength(2);
    expect(present()).toBe(kept()[0]);
  });

  it('goes back to the release before, to the one before that, and to one by name', async () => {
    for (const number of [1, 2, 3]) await add(number);
    const [first = '', second, third = ''] = kept();
    await server.release(['rollback']);
    expect(present()).toBe(second);
    await server.release(['rollback']);
    expect(present()).toBe(first);
    expectOneSentence(await server.release(['rollback']), /^There is no earlier release/);
    expectOneSentence(
      await server.release(['show', 'other']),
      /^There is no release other\. These are kept: /,
    );
    await server.release(['show']);
    expect(present()).toBe(third);
    await server.release(['show', first]);
    expect(present()).toBe(first);
    await add(4);
    expect(present()).toMatch(/^000004-/);
  });

  it('keeps the newest releases and their assets, never less than the present one', async () => {
    for (const number of [1, 2, 3])
      await server.release(['add', releaseFolder(number)], { env: { KEEP: '2' } });
    expect(kept()).toHaveLength(2);
    expect([1, 2, 3].map((number) => isInPool(iconOf(number)))).toEqual([false, true, true]);

    // The present one stays, also when it is not among the newest.
    await server.release(['add', releaseFolder(2)], { env: { KEEP: '1' } });
    expect(kept()).toHaveLength(2);
    expect(present()).toBe(kept()[0]);
    expect(await server.release(['verify'])).toMatchObject({ code: 0 });
  });

  it('keeps a release whose assets can be had at once, and shows it when asked, as several servers need it', async () => {
    await add(1);
    const { said } = await server.release(['keep', releaseFolder(2)]);
    expect(present()).toBe(kept()[0]);
    expect(isInPool(iconOf(2))).toBe(true);
    const [, name = ''] = /release show (\S+)$/m.exec(said) ?? [];
    expect(await server.release(['show', name])).toMatchObject({ code: 0 });
    expect(present()).toBe(name);
  });

  it('takes assets in folders, and takes them away again', async () => {
    const nested = changed(1, (copy) => {
      mkdirSync(path.join(copy, 'site/assets/index.0123456789/parts'), { recursive: true });
      writeFileSync(path.join(copy, 'site/assets/index.0123456789/parts/a.js'), '');
    });
    await seal(nested);
    expect(await server.release(['add', nested])).toMatchObject({ code: 0 });
    expect(isInPool('assets/index.0123456789/parts/a.js')).toBe(true);
    expect(await server.release(['verify'])).toMatchObject({ code: 0 });
    await server.release(['add', releaseFolder(2)], { env: { KEEP: '1' } });
    expect(isInPool('assets/index.0123456789')).toBe(false);
    expect(isInPool(iconOf(2))).toBe(true);
  });
});

describe.skipIf(missing)('deploy/release refuses, in one sentence and with nothing changed,', () => {
  const page = 'site/index.html';
  const broken: readonly (readonly [string, () => string | Promise<string>, RegExp])[] = [
    [
      'a release with a file that is cut off',
      () => changed(2, (copy) => truncateSync(path.join(copy, page), 100)),
      /not whole/,
    ],
    [
      'a release without one of its files',
      () => changed(2, (copy) => rmSync(path.join(copy, page))),
      /not whole/,
    ],
    [
      'a release with a file that is not its own',
      () => changed(2, (copy) => writeFileSync(path.join(copy, 'site/strange.html'), '')),
      /not whole/,
    ],
    [
      'a release with a changed file',
      () => changed(2, (copy) => writeFileSync(path.join(copy, page), 'Other.')),
      /not whole/,
    ],
    [
      'a release whose list of files is cut off',
      () => changed(2, (copy) => truncateSync(path.join(copy, 'SHA256SUMS'), 900)),
      /not whole/,
    ],
    [
      'a release whose list of files is missing',
      () => changed(2, (copy) => rmSync(path.join(copy, 'SHA256SUMS'))),
      /not whole/,
    ],
    [
      'a release without its name',
      () => changed(2, (copy) => writeFileSync(path.join(copy, 'release.sha256'), '')),
      /not whole/,
    ],
    [
      'a release with a configuration that nginx does not accept',
      async () => {
        const copy = changed(2, (each) =>
          writeFileSync(path.join(each, 'nginx.conf'), 'http { server {\nroot site;\n'),
        );
        await seal(copy);
        return copy;
      },
      /^The configuration is refused by nginx: unexpected end of file/,
    ],
    [
      'a release with a configuration of another kind',
      async () => {
        const copy = changed(2, (each) => writeFileSync(path.join(each, 'nginx.conf'), 'events {}'));
        await seal(copy);
        return copy;
      },
      /of another kind/,
    ],
    ['a folder that is none', () => path.join(folder, 'nowhere'), /^There is no folder /],
    [
      'an empty folder',
      () =>
        changed(2, (copy) => {
          for (const each of readdirSync(copy)) rmSync(path.join(copy, each), { recursive: true });
        }),
      /not whole/,
    ],
  ];

  it.each(broken)('%s', async (_, make, words) => {
    await add(1);
    const before = [present(), kept(), readdirSync(path.join(server.folder, 'assets'))];
    expectOneSentence(await server.release(['add', await make()]), words);
    expect([present(), kept(), readdirSync(path.join(server.folder, 'assets'))]).toEqual(before);
    expect(await server.release(['verify'])).toMatchObject({ code: 0 });
    expect(existsSync(path.join(server.folder, 'releases/.new'))).toBe(false);
  });

  it.each([0.1, 0.5, 0.9])('a transfer that breaks off after %d of it', async (part) => {
    await add(1);
    const before = present();
    const whole = tarOf(2);
    const result = await server.release(['add', '-'], {
      input: whole.subarray(0, Math.floor(whole.length * part)),
    });
    expectOneSentence(result, /^The release is (cut off|not whole)/);
    expect(present()).toBe(before);
  });

  it('to go back to a release that is no longer whole', async () => {
    await add(1);
    await add(2);
    const [first = ''] = kept();
    truncateSync(path.join(server.folder, 'releases', first, page), 10);
    const before = present();
    expectOneSentence(await server.release(['rollback']), /is not whole any more/);
    expectOneSentence(await server.release(['verify', first]), /is not whole/);
    expect(present()).toBe(before);
  });

  it('a second release while one is under way', async () => {
    await add(1);
    const lock = spawn('flock', [path.join(server.folder, '.lock'), 'sleep', '60'], { detached: true });
    try {
      // flock holds the lock once its own child runs.
      for (let result = await add(2); result.code === 0; result = await add(2)) await wait(50);
      expectOneSentence(await add(3), /^Another release is under way/);
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
    expectOneSentence(await server.release(args, { env }), words);
  });

  it.skipIf(spawnSync('unshare', ['--mount', 'true']).status !== 0)(
    'a release for which the disk has no room',
    async () => {
      await add(1);
      const before = present();
      const script = `mount -t tmpfs -o size=300k tmpfs '${server.folder}/releases' && cp -a '${server.folder}/current-release' '${server.folder}/${path.join('releases', before)}' && '${root}/deploy/release' add '${releaseFolder(2)}'`;
      cpSync(path.join(server.folder, 'releases', before), path.join(server.folder, 'current-release'), {
        recursive: true,
      });
      const { status, stderr } = spawnSync('unshare', ['--mount', 'sh', '-c', script], {
        encoding: 'utf8',
        env: { ...process.env, SITE: server.folder },
      });
      expect(stderr).toMatch(/the disk is full\. Nothing has changed\.\n$/);
      expect(status).toBe(1);
      expect(present()).toBe(before);
    },
  );
});

describe.skipIf(missing)('deploy/release that is killed', () => {
  it('at any moment leaves a whole release, and the next one is put as ever', async () => {
    await add(1);
    await server.release(['add', releaseFolder(1)]);
    for (let delay = 5; delay <= 165; delay += 20) {
      const child = spawn(path.join(root, 'deploy/release'), ['add', releaseFolder(2)], {
        env: { ...process.env, SITE: server.folder },
        detached: true,
        ...(nobody === null ? {} : { uid: nobody, gid: nobody }),
      });
      await wait(delay);
      try {
        if (child.pid) process.kill(-child.pid, 'SIGKILL');
      } catch {
        // It was faster.
      }
      expect(await server.release(['verify']), `after ${delay} ms`).toMatchObject({ code: 0 });
    }
    expect(await add(3)).toMatchObject({ code: 0 });
    expect(present()).toMatch(/-[0-9a-f]{12}$/);
    expect(await server.release(['verify'])).toMatchObject({ code: 0 });
    expect(readdirSync(path.join(server.folder, 'releases')).filter((name) => name.startsWith('.'))).toEqual(
      [],
    );
  });
});

const busybox = findProgram('busybox');

describe.skipIf(missing || !busybox)(
  `deploy/release with nothing but BusyBox${busybox ? '' : ' (skipped: busybox is not installed)'}`,
  () => {
    it('does the same', async () => {
      const programs = mkdtempSync(path.join(folder, 'bin-'));
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
      // Debian builds BusyBox without it.
      symlinkSync(findProgram('flock') ?? '', path.join(programs, 'flock'));
      const env = { PATH: programs, NGINX: nginx ?? '', KEEP: '2' };
      const script = path.join(root, 'deploy/release');
      const run = (args: string[], input?: Buffer) =>
        spawnSync(path.join(programs, 'sh'), [script, ...args], {
          env: { ...process.env, ...env, SITE: server.folder },
          encoding: 'utf8',
          ...(input ? { input } : {}),
        });
      for (const number of [1, 2, 3])
        expect(run(['add', releaseFolder(number)])).toMatchObject({ status: 0, stderr: '' });
      expect(run(['add', '-'], tarOf(4))).toMatchObject({ status: 0, stderr: '' });
      expect(kept()).toHaveLength(2);
      expect(run(['rollback'])).toMatchObject({ status: 0, stderr: '' });
      expect(run(['verify'])).toMatchObject({ status: 0, stderr: '' });
      expect(
        run(['add', changed(5, (copy) => truncateSync(path.join(copy, 'site/index.html'), 9))]),
      ).toMatchObject({ status: 1 });
      expect(isInPool(iconOf(1))).toBe(false);
      expect(isInPool(iconOf(3))).toBe(true);
    });
  },
);

describe.skipIf(missing)('nginx', () => {
  it('sends the files of a release that was put while it runs, and of the one before', async () => {
    const releases = await Promise.all(
      [1, 2].map(async (number) => {
        const copy = path.join(server.folder, `in-${number}`);
        await writeSmallRelease(copy, number, server.port);
        return copy;
      }),
    );
    await server.release(['add', releases[0] ?? '']);
    await server.start();
    expect((await ask(server.port, iconOf(2))).status).toBe(404);
    const { said } = await server.release(['add', releases[1] ?? '']);
    expect(said).toMatch(/^Visitors see the release 000002-/);
    for (const number of [1, 2]) {
      const { status, headers } = await ask(server.port, iconOf(number));
      expect(status).toBe(200);
      expect(headers['cache-control']).toContain('immutable');
    }
    for (const suffix of ['.br', '.gz', '/', '/..']) {
      expect((await ask(server.port, iconOf(1) + suffix)).status).toBe(404);
    }
    for (const target of [
      '/assets/../index.html',
      '/assets/%2e%2e/index.html',
      '/assets/./icon.svg',
      '/assets//x.svg',
    ]) {
      expect([400, 404]).toContain((await ask(server.port, target)).status);
    }
  });
});
