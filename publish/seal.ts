import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** The list of all files with their hashes, and the hash of the list. */
const list = 'SHA256SUMS';
const name = 'release.sha256';

/**
 * Writes the hash of every file of a finished folder to `SHA256SUMS`, and the hash of that list to `release.sha256`, in the form
 * of `sha256sum`. A server without Node can tell by them that a release arrived whole, and by the last one which it is.
 * Call it when nothing more is written.
 */
export async function seal(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .filter((file) => file !== list && file !== name)
    .sort();
  const lines: string[] = [];
  // One after the other: a large site need not be in memory as a whole.
  for (const file of files) lines.push(line(await readFile(path.join(folder, file)), `./${file}`));
  const hashes = lines.join('');
  await writeFile(path.join(folder, list), hashes);
  await writeFile(path.join(folder, name), line(hashes, list));
}

function line(content: string | Buffer, file: string): string {
  return `${createHash('sha256').update(content).digest('hex')}  ${file}\n`;
}
