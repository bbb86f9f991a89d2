import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '#commands/environment.ts';

/** The scripts of the project that are programs of its own; the others start one of these, or a tool. */
const scripts: Record<string, string> = JSON.parse(
  readFileSync(path.join(root, 'package.json'), 'utf8'),
).scripts;
const programs = Object.entries(scripts).filter(([, line]) => /^node (?!.*&&)/.test(line));

test.each(programs)(
  'npm run %s refuses an option that it does not know, says how it is used, and does nothing',
  (_, line) => {
    const [, ...words] = line.split(' ');
    const { status, stdout, stderr } = spawnSync(process.execPath, [...words, '--unheard-of'], {
      cwd: root,
      encoding: 'utf8',
      timeout: 30_000,
    });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^(\[\w+\] )?(Use|Gebruik|Utilisation)\s?: npm (run|test)/);
    expect(stderr).not.toMatch(/^ {4}at /m);
  },
);

test('each of these programs is asked', () => {
  expect(programs.map(([name]) => name)).toEqual(
    expect.arrayContaining(['build', 'check', 'serve', 'test:all']),
  );
});
