import type { Language } from '#lib/languages/languages.ts';
import type { AllMessages } from '#lib/languages/read-messages.ts';
import { editorSchemas, jsonSchemaOf } from './schemas.ts';
import { snippetsOf } from './snippets.ts';

/** The folder from which Visual Studio Code reads the settings of a project. */
export const editorFolder = '.vscode';

/** The JSON Schemas and snippets for editors' tools, by path from the project root. `.vscode/settings.json` names the schemas. */
export function editorFiles(languages: readonly Language[], messages: AllMessages): Map<string, string> {
  const schemas = editorSchemas(languages);
  const files: [string, unknown][] = [
    ...schemas.map((each): [string, unknown] => [
      `schemas/${each.name}.json`,
      jsonSchemaOf(each, languages, messages),
    ]),
    ...languages.map((language): [string, unknown] => [
      `${language.code}.code-snippets`,
      snippetsOf(language, messages),
    ]),
  ];
  return new Map(
    files.map(([name, value]) => [`${editorFolder}/${name}`, `${JSON.stringify(value, null, 2)}\n`]),
  );
}
