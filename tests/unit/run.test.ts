import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, describe as group, test } from 'vitest';
import { root } from '#commands/environment.ts';

/* How commands start: in a small project with real lockfiles, and with a stand-in for npm that records how it is called. */

interface Lockfile {
  readonly packages: Record<string, { version: string; dev?: boolean; optional?: boolean }>;
}

let project: string;
const at = (file: string) => path.join(project, file);

beforeEach(() => {
  project = mkdtempSync(path.join(tmpdir(), 'run-'));
  for (const file of ['run.mjs', 'packages.mjs', 'install.mjs']) {
    cpSync(path.join(root, 'commands', file), at(`commands/${file}`));
  }
  for (const file of ['package.json', 'package-lock.json']) cpSync(path.join(root, file), at(file));
  cpSync(at('package-lock.json'), at('node_modules/.package-lock.json'));
  writeFileSync(at('hello.ts'), "console.log('Hello', process.argv[2] satisfies string | undefined);\n");
  mkdirSync(at('bin'));
  writeFileSync(at('bin/npm'), `#!/bin/sh\necho "$@" >> npm.log\nexit $NPM_STATUS\n`);
  chmodSync(at('bin/npm'), 0o755);
});
afterEach(() => rmSync(project, { recursive: true, force: true }));

function run(args: readonly string[], npmStatus = 0, cwd = project) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd,
    encoding: 'utf8',
    env: { NODE_ENV: 'test', PATH: `${at('bin')}:/usr/bin:/bin`, NPM_STATUS: String(npmStatus) },
  });
  return { status, output: stdout + stderr };
}
const hello = () => run(['commands/run.mjs', 'hello.ts', 'you']);

function changeInstalled(change: (packages: Lockfile['packages']) => void): void {
  const file = at('node_modules/.package-lock.json');
  const lockfile = JSON.parse(readFileSync(file, 'utf8')) as Lockfile;
  change(lockfile.packages);
  writeFileSync(file, JSON.stringify(lockfile));
}

group('commands/run.mjs', () => {
  test('runs a command with its arguments', () => {
    expect(hello()).toEqual({ status: 0, output: 'Hello you\n' });
  });

  test('names a missing package and a package in another version', () => {
    changeInstalled((packages) => {
      delete packages['node_modules/react'];
      packages['node_modules/zod'] = { version: '0.0.1' };
    });
    expect(hello()).toEqual({
      status: 1,
      output: 'Packages missing or in another version: react, zod. Run npm ci.\n',
    });
  });

  test('names three packages of many', () => {
    rmSync(at('node_modules'), { recursive: true });
    const { status, output } = hello();
    expect(status).toBe(1);
    expect(output).toMatch(/^Packages missing or in another version: \S+, \S+, \S+ and \d+ more\. Run npm ci\.\n$/);
  });

  test('works without the packages of tests and of other platforms', () => {
    changeInstalled((packages) => {
      for (const [folder, { dev, optional }] of Object.entries(packages)) {
        if (dev || optional) delete packages[folder];
      }
    });
    expect(hello().status).toBe(0);
  });

  test.for(['node_modules/site', 'a star *'])('refuses in one sentence to run in the folder %s', (folder) => {
    const copy = at(folder);
    for (const part of [
      'commands',
      'hello.ts',
      'package.json',
      'package-lock.json',
      'node_modules/.package-lock.json',
    ]) {
      cpSync(at(part), path.join(copy, part), { recursive: true });
    }
    expect(run(['commands/run.mjs', 'hello.ts', 'you'], 0, copy)).toEqual({
      status: 1,
      output: `No command works in a folder named node_modules or with * in its name. Move the project: ${copy}/\n`,
    });
  });

  test('names the required Node.js when it runs on another one', () => {
    const text = readFileSync(at('package.json'), 'utf8');
    writeFileSync(at('package.json'), text.replace('"node": "24.x"', '"node": "23.x"'));
    expect(hello()).toEqual({
      status: 1,
      output: expect.stringMatching(/^Node\.js 23 is required, and this is 24\.\S+\. npm ci installs it; .*\n$/),
    });
  });
});

group('commands/install.mjs', () => {
  test('does nothing when all packages are installed', () => {
    expect(run(['commands/install.mjs'])).toEqual({ status: 0, output: '' });
    expect(existsSync(at('npm.log'))).toBe(false);
  });

  test('runs npm ci when a package is missing', () => {
    changeInstalled((packages) => delete packages['node_modules/vitest']);
    expect(run(['commands/install.mjs']).status).toBe(0);
    expect(readFileSync(at('npm.log'), 'utf8')).toBe('ci\n');
  });

  test('refuses a system without glibc in one sentence, before it installs anything', () => {
    rmSync(at('node_modules'), { recursive: true });
    const musl = 'data:text/javascript,process.report.getReport = () => ({ header: {} });';
    const { status, output } = run(['--import', musl, 'commands/install.mjs']);
    expect(status).toBe(process.platform === 'linux' ? 1 : 0);
    if (process.platform === 'linux') expect(output).toMatch(/^This system has another C library.*\.\n$/);
  });

  test('fails in one sentence when npm ci fails', () => {
    rmSync(at('node_modules'), { recursive: true });
    const { status, output } = run(['commands/install.mjs'], 1);
    expect(status).toBe(1);
    expect(output).toMatch(
      /\nnpm ci failed, see above\. Check the network and the free disk space, then try again\.\n$/,
    );
  });
});
