import { hash } from 'node:crypto';
import { existsSync, lstatSync } from 'node:fs';
import path from 'node:path';
import { sourceReader } from '#edit/source.ts';
import { editorSchemas } from '#edit/tools/schemas.ts';
import { contactIdOf, noticeOfFile, pageOfFile } from '#gate/read/files.ts';
import { languages } from '#lib/languages/languages.ts';

/** A content file as the desk reads it. */
export interface DeskFile {
  /** Path from the project's root, with `/`. */
  readonly file: string;
  readonly text: string;
  /** The hash of the text on disk; null when there is no such file yet. */
  readonly version: string | null;
}

/** The single files that editors write, by the name of their schema; commands write the others. */
export const singleFiles: ReadonlyMap<string, string> = new Map(
  editorSchemas(languages).flatMap(({ name, files }) =>
    files === null || files.includes('*') || ['lastRun', 'paths', 'documents'].includes(name) ? [] : [[name, files]],
  ),
);

/** The name of the schema of a file that the desk may read and write; null for any other file. */
export function schemaOfFile(file: string): string | null {
  if (pageOfFile(file, languages)) return 'page';
  if (contactIdOf(file) !== null) return 'contact';
  return noticeOfFile(file)?.kind ?? [...singleFiles].find(([, each]) => each === file)?.[0] ?? null;
}

/** Whether no part of the path of a file is a symbolic link, which could lead out of the project. */
export function isInside(root: string, file: string): boolean {
  const steps = file.split('/').map((_, index, all) => path.join(root, ...all.slice(0, index + 1)));
  return steps.every((step, index) => {
    const found = lstatSync(step, { throwIfNoEntry: false });
    return !found || (index < steps.length - 1 ? found.isDirectory() : found.isFile());
  });
}

/** Reads a file; an empty text without version when it does not exist, null when it is no readable text. */
export function readDeskFile(root: string, file: string): DeskFile | null {
  if (!existsSync(path.join(root, file))) return { file, text: '', version: null };
  const text = isInside(root, file) ? sourceReader(root)(file) : null;
  return text === null ? null : { file, text, version: versionOf(text) };
}

/** The version of a text. */
export const versionOf = (text: string): string => hash('sha256', text);
