import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

/** New contents of files, by their path from the root; null for a file that goes away. */
export type Changes = ReadonlyMap<string, Uint8Array | string | null>;

/** A file that could not be written; everything is as it was. */
export class NotWritten extends Error {
  readonly file: string;
  /** What the system called it: `EACCES`, `ENOSPC`. */
  readonly reason: string;

  constructor(file: string, cause: unknown) {
    const reason = (cause as NodeJS.ErrnoException).code ?? 'unknown';
    super(`${file} could not be written (${reason}).`, { cause });
    this.file = file;
    this.reason = reason;
  }
}

/**
 * Writes several files, or none. First each text is written beside its file, where most that can go wrong does; only then they take
 * their places. Folders are made where they are missing, and go away when their last file does.
 * @throws NotWritten
 */
export function writeChanges(root: string, changes: Changes): void {
  const prepared = prepare(root, changes);
  const before = new Map([...changes.keys()].map((file) => [file, contentOf(root, file)]));
  const done: string[] = [];
  try {
    for (const file of changes.keys()) {
      attempt(file, () => place(root, file, prepared.get(file) ?? null));
      done.push(file);
    }
  } catch (error) {
    for (const file of prepared.keys()) if (!done.includes(file)) discard(root, file);
    for (const [file, next] of prepare(root, new Map(done.map((each) => [each, before.get(each) ?? null]))))
      place(root, file, next);
    for (const file of done) if (before.get(file) === null) place(root, file, null);
    throw error;
  }
}

/** Writes every new text beside its file, or none; returns where, by file. */
function prepare(root: string, changes: Changes): Map<string, string> {
  const prepared = new Map<string, string>();
  try {
    for (const [file, content] of changes) {
      if (content === null) continue;
      const next = besides(root, file);
      prepared.set(file, next);
      attempt(file, () => {
        const target = path.join(root, file);
        mkdirSync(path.dirname(target), { recursive: true });
        writeFileSync(next, content, existsSync(target) ? { mode: statSync(target).mode } : {});
      });
    }
  } catch (error) {
    for (const file of prepared.keys()) discard(root, file);
    throw error;
  }
  return prepared;
}

/** @param next where the new text stands; null when the file goes away */
function place(root: string, file: string, next: string | null): void {
  const target = path.join(root, file);
  if (next !== null) {
    renameSync(next, target);
    return;
  }
  rmSync(target, { force: true });
  removeEmpty(root, path.dirname(file));
}

function discard(root: string, file: string): void {
  try {
    rmSync(besides(root, file), { force: true });
  } catch {
    // Its folder is none: there is nothing to take away.
  }
  removeEmpty(root, path.dirname(file));
}

function removeEmpty(root: string, folder: string): void {
  for (let each = folder; each !== '.'; each = path.dirname(each)) {
    try {
      rmdirSync(path.join(root, each));
    } catch (error) {
      // A folder that was never made may stand in one that was.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') return;
    }
  }
}

function besides(root: string, file: string): string {
  return path.join(root, path.dirname(file), `.${path.basename(file)}.${process.pid}~`);
}

function contentOf(root: string, file: string): Uint8Array | null {
  const target = path.join(root, file);
  return existsSync(target) && statSync(target).isFile() ? readFileSync(target) : null;
}

function attempt(file: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    throw new NotWritten(file, error);
  }
}
