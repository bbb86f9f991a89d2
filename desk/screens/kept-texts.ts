import type { DeskFile } from '../server/files.ts';

/* Texts that are not on disk yet, in the storage of the browser: they survive a closed window, a crash and a stopped server. */

const nameOf = (file: string) => `desk ${file}`;

/** Keeps a text with the version that it began from. When the storage is full, open texts are not lost. */
export function keep(file: DeskFile): void {
  try {
    localStorage.setItem(nameOf(file.file), JSON.stringify(file));
  } catch {
    // The text is still in the open window.
  }
}

/** The kept text of a file; null when there is none. */
export function kept(file: string): DeskFile | null {
  const found = localStorage.getItem(nameOf(file));
  return found === null ? null : (JSON.parse(found) as DeskFile);
}

/** Forgets the kept text of a file. */
export function discard(file: string): void {
  localStorage.removeItem(nameOf(file));
}
