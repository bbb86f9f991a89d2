import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * One hash of files and of the version of Node.js that reads them: by their paths and their bytes.
 * @param root absolute path of the project
 * @param entries folders, and files with an extension, as paths from the root
 * @returns hexadecimal digits; null where there is something else than files and folders
 */
export function hashOfFiles(root: string, entries: readonly string[]): string | null {
  const hash = createHash('sha256').update(process.version);
  for (const entry of entries) {
    const files = filesIn(root, entry);
    if (files === null) return null;
    for (const file of files) {
      const bytes = readFileSync(path.join(root, file));
      // With its length, so that no two lists of files come to the same bytes.
      hash.update(`${file} ${bytes.length}\n`).update(bytes);
    }
  }
  return hash.digest('hex');
}

/** The files at or below a path, sorted; null when there is anything else. */
function filesIn(root: string, entry: string): string[] | null {
  if (path.extname(entry) !== '') return [entry];
  const entries = readdirSync(path.join(root, entry), { recursive: true, withFileTypes: true });
  if (!entries.every((each) => each.isFile() || each.isDirectory())) return null;
  return entries
    .filter((each) => each.isFile())
    .map((each) => path.relative(root, path.join(each.parentPath, each.name)))
    .sort();
}
