import type { Language } from '#lib/languages/languages.ts';
import type { AllMessages } from '#lib/languages/read-messages.ts';
import { editorSchemas, jsonSchemaOf } from './schemas.ts';
import { snippetsOf } from './snippets.ts';

/** Where Visual Studio Code looks for the settings of a project. */
export const editorFolder = '.vscode';

/** Extensions that VS Code offers to whoever opens the project. */
const extensions = [
  // Holds YAML to our schemas and shows what each field is for.
  'redhat.vscode-yaml',
  // Knows MDX: colours, and the language that our snippets are for.
  'unifiedjs.vscode-mdx',
];

/** The files for editors' tools, by their path from the project's root. */
export function editorFiles(languages: readonly Language[], messages: AllMessages): Map<string, string> {
  const schemas = editorSchemas(languages);
  const schemaFile = (name: string) => `schemas/${name}.json`;
  const settings = {
    'yaml.schemas': Object.fromEntries(
      schemas.flatMap(({ name, files }) =>
        files === null ? [] : [[`./${editorFolder}/${schemaFile(name)}`, files]],
      ),
    ),
    // Our schemas are all that is needed; nothing is fetched from elsewhere.
    'yaml.schemaStore.enable': false,
    // As the gate wants files to be saved (C060, C061).
    'files.encoding': 'utf8',
    'files.eol': '\n',
    'files.insertFinalNewline': true,
    '[mdx]': { 'editor.wordWrap': 'on' },
  };
  const files: [string, unknown][] = [
    ['settings.json', settings],
    ['extensions.json', { recommendations: extensions }],
    ...schemas.map((each): [string, unknown] => [
      schemaFile(each.name),
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
