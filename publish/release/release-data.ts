import { execFile } from 'node:child_process';
import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Site } from '#lib/site/site.ts';
import type { FilePath } from '../hosts/site-files.ts';

/** Where the release describes itself. */
export const releaseDataPath = '/data/release.json';

/**
 * Which release this is, as JSON: `commit` (null without Git; ends in `-dirty` when files differ from it), `day` (YYYY-MM-DD,
 * `SITE_DAY`), `contents` (SHA-256 of the lines `<sha256>  <path>` of every other file of the site, sorted by path, without compressed forms) and `versions`
 * of the project and of Next.js.
 */
export async function releaseData(site: Site, files: ReadonlyMap<FilePath, Buffer>, root: string): Promise<Buffer> {
  const { version, dependencies } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  const lines = [...files].map(([file, bytes]) => ({ file, line: `${hash('sha256', bytes)}  ${file}\n` }));
  lines.sort((a, b) => (a.file < b.file ? -1 : 1));
  const data = {
    commit: await commitOf(root),
    day: site.day,
    contents: hash('sha256', lines.map(({ line }) => line).join('')),
    versions: { site: version, next: dependencies.next },
  };
  return Buffer.from(`${JSON.stringify(data, null, 2)}\n`);
}

/** Null when the project is no clone, also inside of another project's clone. */
async function commitOf(root: string): Promise<string | null> {
  if (!existsSync(path.join(root, '.git'))) return null;
  const args = ['describe', '--always', '--dirty', '--abbrev=40', '--exclude=*'];
  return promisify(execFile)('git', args, { cwd: root }).then(
    ({ stdout }) => stdout.trim(),
    () => null,
  );
}
