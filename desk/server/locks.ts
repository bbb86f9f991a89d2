/* Who writes what at this moment. A lock belongs to a window of a browser. It ends when that window closes or no longer renews it. */

/** A window of a browser in which someone writes. */
export interface Writer {
  readonly window: string;
  readonly name: string;
}

const lifetime = 60_000;

/** The preview loads modules anew when code changes; the locks stay. */
const shared = globalThis as { deskLocks?: Map<string, Writer & { until: number }> };
shared.deskLocks ??= new Map();
const locks = shared.deskLocks;

/** A page is locked in all its languages and with its pictures. */
const unitOf = (file: string) =>
  /^content\/(?:pages|news)\//.test(file) ? file.slice(0, file.lastIndexOf('/')) : file;

/** The name of someone else who writes one of the files; null when there is none. */
export function otherWriter(files: readonly string[], { window }: Writer, now = Date.now()): string | null {
  const found = files.flatMap((file) => locks.get(unitOf(file)) ?? []);
  return found.find((lock) => lock.window !== window && lock.until > now)?.name ?? null;
}

/**
 * Locks files for a window, unless someone else writes them.
 * @param take also from someone else
 * @returns the name of who else writes them; null when the lock was given
 */
export function lock(files: readonly string[], writer: Writer, take: boolean, now = Date.now()): string | null {
  const other = otherWriter(files, writer, now);
  if (other !== null && !take) return other;
  for (const file of files) locks.set(unitOf(file), { ...writer, until: now + lifetime });
  return null;
}

/** Releases the locks that a window has on files. */
export function release(files: readonly string[], { window }: Writer): undefined {
  for (const unit of files.map(unitOf)) if (locks.get(unit)?.window === window) locks.delete(unit);
}
