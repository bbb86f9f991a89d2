import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { out, root } from '../published-site.ts';
import { siteFiles } from './site.ts';

const releasePath = '/data/release.json';
const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const release = JSON.parse(siteFiles.get(releasePath)?.toString() ?? '');

test('The release names its commit, its day and its versions', () => {
  const { version, dependencies } = read(path.join(root, 'package.json'));
  expect(release).toEqual({
    commit: release.commit === null ? null : expect.stringMatching(/^[0-9a-f]{40}(-dirty)?$/),
    day: read(path.join(out, 'manifest.json')).day,
    contents: expect.any(String),
    versions: { site: version, next: dependencies.next },
  });
});

test('The release has one hash of the contents of all its other files', () => {
  const lines = [...siteFiles]
    .filter(([file]) => file !== releasePath && !/\.(br|gz)$/.test(file))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, bytes]) => `${hash('sha256', bytes)}  ${file}\n`);
  expect(lines.length).toBeGreaterThan(100);
  expect(release.contents).toBe(hash('sha256', lines.join('')));
});
