import { globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { editorFiles, editorFolder } from '#gate/editor/files.ts';
import { gateMessages } from '#gate/report/messages.ts';
import { languages } from '#lib/languages/languages.ts';
import { root } from './environment.ts';

/**
 * Writes the JSON Schemas and snippets for Visual Studio Code, and deletes those of an earlier version.
 * @returns how many files it wrote
 */
export function writeEditorFiles(): number {
  for (const old of globSync(`${editorFolder}/{schemas/*.json,*.code-snippets}`, { cwd: root })) {
    rmSync(path.join(root, old));
  }
  const files = editorFiles(languages, gateMessages(root, languages));
  for (const [file, text] of files) {
    const target = path.join(root, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
  return files.size;
}
