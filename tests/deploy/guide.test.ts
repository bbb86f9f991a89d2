import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { out, root } from '../published-site.ts';
import { missing } from './plain-server.ts';

const guide = readFileSync(path.join(root, 'deploy/README.md'), 'utf8');
const commands = [...guide.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block = '']) => block.trim().split('\n'));

/** Commands of the guide that other tests run, each with a string that occurs there. */
const testedElsewhere: readonly (readonly [command: RegExp, file: string, text: string])[] = [
  [/^nginx -e stderr -p .* -c current\/server\.conf$/, 'plain-server.ts', "'current/server.conf'"],
  [/^docker (build|run) /, 'image.test.ts', 'deploy/Dockerfile'],
  [/^npm run serve$/, '../http/serve.test.ts', 'serve'],
];

describe.skipIf(missing)(`deploy/README.md${missing ? ` (skipped: ${missing})` : ''}`, () => {
  let folder: string;
  let project: string;
  let server: string;

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'guide-'));
    chmodSync(folder, 0o755);
    [project, server] = ['project', 'server'].map((name) => path.join(folder, name)) as [string, string];
    const programs = path.join(folder, 'bin');
    for (const each of [project, server, programs]) mkdirSync(each);
    cpSync(path.join(root, 'deploy'), path.join(project, 'deploy'), { recursive: true });
    symlinkSync(out, path.join(project, 'out'));
    symlinkSync(path.join(root, 'deploy/release'), path.join(programs, 'release'));
    // Instead of a login on a server: runs the command here.
    writeFileSync(path.join(programs, 'ssh'), '#!/bin/sh\nshift\nexec "$@"\n', { mode: 0o755 });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const run = (command: string) =>
    spawnSync('sh', ['-c', command], {
      cwd: project,
      encoding: 'utf8',
      env: { ...process.env, SITE: server, PATH: `${folder}/bin:${process.env['PATH']}` },
    });

  it('contains commands that work, one after the other', () => {
    expect(commands.length).toBeGreaterThan(8);
    for (const command of commands) {
      const other = testedElsewhere.find(([known]) => known.test(command));
      if (other) {
        const [, file, string] = other;
        expect(readFileSync(path.join(root, 'tests/deploy', file), 'utf8'), command).toContain(string);
        continue;
      }
      // A rollback needs an earlier release.
      if (command.includes('rollback')) makeAnotherRelease();
      expect(run(command), command).toMatchObject({ status: 0, stderr: '' });
    }
    expect(readdirSync(path.join(server, 'releases')).length).toBeGreaterThan(0);
  });

  it('makes an upload for static hosts with the site and its rules, without compressed forms', () => {
    const files = readdirSync(path.join(project, 'upload'), { recursive: true, encoding: 'utf8' });
    expect(files).toEqual(expect.arrayContaining(['_headers', '_redirects', 'index.html']));
    expect(files.filter((file) => /\.(br|gz)$/.test(file))).toEqual([]);
    expect(files.filter((file) => file.endsWith('.html'))).toEqual(
      readdirSync(path.join(out, 'site'), { recursive: true, encoding: 'utf8' }).filter((file) =>
        file.endsWith('.html'),
      ),
    );
  });

  it.each([
    ['deploy/static-host upload', /^upload exists already/],
    ['deploy/static-host', /^Use: /],
    ['OUT=nowhere deploy/static-host again', /^There is no built site yet\./],
  ])('explains in one sentence why %s fails', (command, words) => {
    const { status, stderr } = run(command);
    expect(stderr).toMatch(words);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(status).toBe(1);
    expect(existsSync(path.join(project, 'again'))).toBe(false);
  });

  it('fails the test with a command that does not work', () => {
    expect(run('release put out').status).not.toBe(0);
    expect(run('relase list').status).not.toBe(0);
  });

  /** Copies the release under an earlier number. */
  function makeAnotherRelease(): void {
    const [first = ''] = readdirSync(path.join(server, 'releases'));
    cpSync(path.join(server, 'releases', first), path.join(server, 'releases', `000000-${first.split('-')[1]}`), {
      recursive: true,
      verbatimSymlinks: true,
    });
  }
});
