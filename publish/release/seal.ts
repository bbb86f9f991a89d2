import { hash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { filesBelow } from '../collect.ts';

/** The list of all files with their hashes, and the hash of that list. */
const list = 'SHA256SUMS';
const name = 'release.sha256';

/**
 * Writes the hash of every file in a folder to `SHA256SUMS`, and the hash of that list to `release.sha256`, in the format of
 * `sha256sum`: a server without Node checks with them that a release is complete, and identifies it. Call it last.
 * @param known hashes of files that were just written, by their path in the folder: a large site is not read again
 */
export async function seal(folder: string, known: ReadonlyMap<string, string> = new Map()): Promise<void> {
  const lines: string[] = [];
  for (const file of await filesBelow(folder)) {
    if (file === list || file === name) continue;
    lines.push(line(known.get(file) ?? hash('sha256', await readFile(path.join(folder, file))), `./${file}`));
  }
  const hashes = lines.join('');
  await writeFile(path.join(folder, list), hashes);
  await writeFile(path.join(folder, name), line(hash('sha256', hashes), list));
}

function line(digest: string, file: string): string {
  return `${digest}  ${file}\n`;
}
