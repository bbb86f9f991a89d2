import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '#commands/environment.ts';

const scripts: Record<string, string> = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).scripts;
/** The npm scripts that are programs of the project; the others run one of these, or a tool. */
const programs = Object.entries(scripts).filter(([, line]) => line.startsWith('node commands/run.mjs '));

test.each(programs)('npm run %s refuses an unknown option with its usage', (_, line) => {
  const [, ...words] = line.split(' ');
  const { status, stdout, stderr } = spawnSync(process.execPath, [...words, '--unheard-of'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(/^(\[\w+\] )?(Use|Gebruik|Utilisation)\s?: npm (run|test)/);
  expect(stderr).not.toMatch(/^ {4}at /m);
});

test('the list of programs covers the main commands', () => {
  expect(programs.map(([name]) => name)).toEqual(expect.arrayContaining(['a11y', 'build', 'check', 'serve', 'test']));
});
