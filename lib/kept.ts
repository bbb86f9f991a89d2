import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/*
 * Caches: what was made once and is kept for the next time, each under a name that says what it was made of. A folder of them may be
 * deleted at any time.
 */

/** SHA-256, which stands before the content: by it a damaged file is known. */
const hashBytes = 32;

/** What is kept under a name; null when there is nothing, or it is damaged. */
export function kept(folder: string, name: string): Buffer | null {
  try {
    const bytes = readFileSync(path.join(folder, name));
    const content = bytes.subarray(hashBytes);
    return hashOf(content).equals(bytes.subarray(0, hashBytes)) ? content : null;
  } catch {
    return null;
  }
}

/** Keeps something for the next time. What cannot be kept is made again: a full disk is not the cache's to report. */
export function keep(folder: string, name: string, content: Uint8Array): void {
  const file = path.join(folder, name);
  // Under its name only when it is whole; two programs may keep the same.
  const part = `${file}.${process.pid}`;
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(part, Buffer.concat([hashOf(content), content]));
    renameSync(part, file);
  } catch {
    forget(part);
  }
}

/** Forgets everything in a folder but what has one of these names. */
export function keepOnly(folder: string, names: ReadonlySet<string>): void {
  for (const name of namesIn(folder)) {
    if (!names.has(name)) forget(path.join(folder, name));
  }
}

function forget(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {}
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function hashOf(content: Uint8Array): Buffer {
  return createHash('sha256').update(content).digest();
}
