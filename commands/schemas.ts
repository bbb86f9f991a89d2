import { gateMessages } from '#edit/report/describe.ts';
import { editorFolder, writeEditorFiles } from '#edit/tools/files.ts';
import { languages } from '#lib/languages/languages.ts';
import { assertNoArguments, root } from './environment.ts';

/** `npm run schemas`: writes JSON Schemas and snippets for the content files, with which Visual Studio Code helps editors. */

assertNoArguments('npm run schemas');

const messages = gateMessages(root, languages);
console.log(`${writeEditorFiles({ root, languages, messages })} files in ${editorFolder}/`);
