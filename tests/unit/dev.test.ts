import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { networkInterfaces, tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, describe as group, test } from 'vitest';
import { root } from '#commands/environment.ts';
import { useFixtureContent } from '../fixture-site.ts';

/* How commands behave on different machines: the name of the folder, the end of Next.js, other devices. A stand-in takes the place of Next.js. */

let around = '';
afterEach(() => rmSync(around, { recursive: true, force: true }));

/** Makes a copy of the project whose folder has this name, and with this program as Next.js. */
function makeProject(folder: string, next: string): string {
  around = mkdtempSync(path.join(tmpdir(), 'machine-'));
  const project = path.join(around, folder);
  for (const part of ['commands', 'content', 'edit', 'gate', 'lib', 'messages', 'publish', 'package.json']) {
    cpSync(path.join(root, part), path.join(project, part), { recursive: true });
  }
  useFixtureContent(project);
  const packages = path.join(project, 'node_modules');
  mkdirSync(path.join(packages, 'next/dist/bin'), { recursive: true });
  writeFileSync(path.join(packages, 'next/dist/bin/next'), next);
  for (const name of readdirSync(path.join(root, 'node_modules')).filter((each) => each !== 'next')) {
    symlinkSync(path.join(root, 'node_modules', name), path.join(packages, name));
  }
  return project;
}

const env = { ...process.env, NODE_ENV: 'development', PORT: '0', HOST: '0.0.0.0', SITE_DAY: '2026-11-21' } as const;

/** Runs a command in such a copy. */
function run(folder: string, command: string, next = '') {
  const options = { cwd: makeProject(folder, next), encoding: 'utf8', env } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [command], options);
  return { status, stdout, stderr };
}

group('npm run dev', () => {
  test('ends with an error when a signal ends Next.js', () => {
    expect(run('project', 'commands/dev.ts', "process.kill(process.pid, 'SIGKILL');").status).toBe(1);
  });

  test('ends with the exit code of Next.js', () => {
    expect(run('project', 'commands/dev.ts', 'process.exitCode = 3;').status).toBe(3);
  });

  test.skipIf(process.platform === 'win32')('ends with npm, and Next.js with it', async () => {
    const project = makeProject('project', 'console.log("started"); setInterval(() => {}, 1000);');
    // npm starts a command in a shell, which keeps a signal to itself.
    const shell = spawn('sh', ['-c', `"${process.execPath}" commands/dev.ts; true`], {
      cwd: project,
      env: { ...env, npm_lifecycle_event: 'dev' },
    });
    await once(shell.stdout, 'data');
    shell.kill('SIGKILL');
    // Closed when the last process that could write to it has ended.
    await once(shell.stdout, 'close');
  });

  test('starts Next.js at the chosen host, in a folder with a space and an accent', () => {
    const { status, stdout } = run('copie à côté 1', 'commands/dev.ts', 'console.log(process.argv.slice(2).join());');
    expect(stdout).toBe('dev,--port,0,--hostname,0.0.0.0\n');
    expect(status).toBe(0);
  });

  test('lets the preview be opened at every address of the machine', async () => {
    const { default: config } = await import('../../next.config.ts');
    const addresses = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
    const hosts = addresses.map(({ address, family }) => (family === 'IPv6' ? `[${address}]` : address));
    expect(hosts.length).toBeGreaterThan(0);
    expect(config.allowedDevOrigins).toEqual(expect.arrayContaining(hosts));
  });
});

group('a folder with # in its name', () => {
  test.for(['commands/dev.ts', 'commands/build.ts'])('is refused in one sentence by %s', (command) => {
    const { status, stdout, stderr } = run('kopie #1', command);
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^The folder of the project has a # in its name, .*kopie #1\n$/);
  });

  test('is no obstacle to npm run check', () => {
    expect(run('kopie #1', 'commands/check.ts')).toMatchObject({ status: 0, stderr: '' });
  });
});
