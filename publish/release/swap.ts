import { existsSync, renameSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';

/** Where the old folder is kept during the swap. */
const previousOf = (out: string) => `${out}.previous`;

/**
 * Replaces a folder by a finished one with two renames; when the second fails, the old folder is restored. A build that is killed
 * between the two leaves no `out/`, which `recover` repairs.
 * @param next the finished folder; moved to `out`
 */
export async function swap(out: string, next: string): Promise<void> {
  const previous = previousOf(out);
  await rm(previous, { recursive: true, force: true });
  const isFirst = !existsSync(out);
  if (!isFirst) await rename(out, previous);
  try {
    await rename(next, out);
  } catch (error) {
    if (!isFirst) await rename(previous, out);
    throw error;
  }
  await rm(previous, { recursive: true, force: true });
}

/** Restores the old folder after a build that was killed during the swap. Call it before reading `out/`. */
export function recover(out: string): void {
  if (!existsSync(out) && existsSync(previousOf(out))) renameSync(previousOf(out), out);
}
