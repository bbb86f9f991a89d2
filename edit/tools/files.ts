import { globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Project } from '../project.ts';
import { editorSchemas, jsonSchemaOf } from './schemas.ts';
import { snippetsOf } from './snippets.ts';

/** The folder from which Visual Studio Code reads the settings of a project. */
export const editorFolder = '.vscode';

/** The JSON Schemas and snippets for editors' tools, by path from the project root. `.vscode/settings.json` names the schemas. */
export function editorFiles({ languages, messages }: Omit<Project, 'root'>): Map<string, string> {
  const files: Record<string, unknown> = {};
  for (const schema of editorSchemas(languages)) {
    files[`schemas/${schema.name}.json`] = jsonSchemaOf(schema, languages, messages);
  }
  for (const language of languages) files[`${language.code}.code-snippets`] = snippetsOf(language, messages);
  return new Map(
    Object.entries(files).map(([name, value]) => [`${editorFolder}/${name}`, `${JSON.stringify(value, null, 2)}\n`]),
  );
}

/** Writes these files, deletes those of an earlier version, and returns how many it wrote. */
export function writeEditorFiles({ root, ...project }: Project): number {
  for (const old of globSync(`${editorFolder}/{schemas/*.json,*.code-snippets}`, { cwd: root })) {
    rmSync(path.join(root, old));
  }
  const files = editorFiles(project);
  for (const [file, text] of files) {
    const target = path.join(root, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
  return files.size;
}
