import { existsSync, renameSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';

/** Where the site of before stands while the new one takes its place. */
const previousOf = (out: string) => `${out}.previous`;

/**
 * Puts a finished folder in the place of another. For the moment between two renames neither is there; `recover` mends what a
 * build leaves that is killed in it. A fault puts the old folder back.
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

/** Puts the old folder back that a killed build took away, and did not replace. Whoever needs `out/` asks this first. */
export function recover(out: string): void {
  if (!existsSync(out) && existsSync(previousOf(out))) renameSync(previousOf(out), out);
}
