import fs from 'node:fs';
import path from 'node:path';
import type { Language } from '#lib/languages/languages.ts';
import type { AllMessages } from '#lib/languages/read-messages.ts';

/** The project whose content is edited. */
export interface Project {
  /** Its absolute path. */
  readonly root: string;
  readonly languages: readonly Language[];
  /** The words of the gate and of the editors' tools, in each language. */
  readonly messages: AllMessages;
}

/** An edit that is refused: the key of the message that gives the reason, among those of the edit, and its values. */
export class Refusal extends Error {
  readonly values: Readonly<Record<string, string>>;

  constructor(key: string, values: Readonly<Record<string, string>> = {}) {
    super(key);
    this.values = values;
  }
}

/** New contents of files, by path from the project root; null deletes the file. */
export type Changes = ReadonlyMap<string, string | Buffer | null>;

/** A file that could not be written or deleted. */
export class WriteError extends Error {
  readonly file: string;
  /** The system's error code, such as `EACCES` or `ENOSPC`. */
  readonly reason: string;

  constructor(file: string, cause: unknown) {
    const { code = 'unknown' } = cause as NodeJS.ErrnoException;
    super(`${file} cannot be written (${code}).`, { cause });
    this.file = file;
    this.reason = code;
  }
}

/**
 * Writes files, then deletes files, so that a failure in between loses no text. Replaces each file in one step, creates missing
 * folders and removes those that become empty.
 * @throws WriteError at the first file that fails; the files before it are written
 */
export function writeChanges(root: string, changes: Changes): void {
  const deletionsLast = [...changes].sort(([, a], [, b]) => Number(a === null) - Number(b === null));
  for (const [file, text] of deletionsLast) {
    try {
      if (text === null) deleteFile(root, file);
      else writeFile(path.join(root, file), text);
    } catch (error) {
      throw new WriteError(file, error);
    }
  }
}

function writeFile(target: string, text: string | Buffer): void {
  const temporary = `${target}.${process.pid}~`;
  fs.mkdirSync(path.dirname(target), { recursive: true });
  try {
    fs.writeFileSync(temporary, text);
    fs.renameSync(temporary, target);
  } catch (error) {
    fs.rmSync(temporary, { force: true });
    throw error;
  }
}

function deleteFile(root: string, file: string): void {
  fs.rmSync(path.join(root, file), { force: true });
  let folder = path.dirname(file);
  while (folder !== '.' && fs.readdirSync(path.join(root, folder)).length === 0) {
    fs.rmdirSync(path.join(root, folder));
    folder = path.dirname(folder);
  }
}

/** The text files of `content/` that can be read (others are C071), by path from the root with forward slashes. */
export function readTexts(root: string): Map<string, string> {
  const texts = new Map<string, string>();
  for (const file of filesIn(root, 'content/**/*.{md,mdx,yaml}')) {
    try {
      texts.set(file, fs.readFileSync(path.join(root, file), 'utf8'));
    } catch {}
  }
  return texts;
}

/** The files and folders that match a pattern, by path from the root with forward slashes, sorted. */
export function filesIn(root: string, pattern: string): string[] {
  return fs
    .globSync(pattern, { cwd: root })
    .map((file) => file.replaceAll(path.sep, '/'))
    .sort();
}
