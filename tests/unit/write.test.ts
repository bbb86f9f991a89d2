import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, describe as group, test } from 'vitest';
import { readTexts, WriteError, writeChanges } from '#edit/project.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'write-'));
  for (const [file, text] of Object.entries({
    'content/a/one.mdx': '1',
    'content/a/two.yaml': '2',
    'content/c/three.md': '3',
  })) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const names = () => readdirSync(root, { recursive: true, encoding: 'utf8' }).sort();

group('writing files', () => {
  test('creates missing folders and removes folders that become empty', () => {
    writeChanges(
      root,
      new Map([
        ['content/a/one.mdx', null],
        ['content/b/deep/one.mdx', '1'],
        ['content/a/two.yaml', '22'],
        ['content/c/three.md', null],
      ]),
    );
    expect(Object.fromEntries(readTexts(root))).toEqual({
      'content/a/two.yaml': '22',
      'content/b/deep/one.mdx': '1',
    });
    expect(names()).not.toContain('content/c');
  });

  test.for([
    ['a file is in the place of a folder', 'content/a/one.mdx/four.mdx'],
    ['a folder is in the place of the file', 'content/a'],
    ['the name is too long', `content/${'x'.repeat(300)}`],
  ])('deletes nothing and leaves no temporary file when %s', ([, file = '']) => {
    const before = names();
    const changes = new Map([
      ['content/c/three.md', null],
      [file, '5'],
    ]);
    expect(() => writeChanges(root, changes)).toThrow(WriteError);
    expect(names()).toEqual(before);
    expect(readFileSync(path.join(root, 'content/c/three.md'), 'utf8')).toBe('3');
  });

  test('names the file and the error code of the system', () => {
    const write = () => writeChanges(root, new Map([['content/a', 'x']]));
    expect(write).toThrow(expect.objectContaining({ file: 'content/a', reason: 'EISDIR' }));
  });
});
