import { editorFolder } from '#gate/editor/files.ts';
import { writeEditorFiles } from './editor-files.ts';
import { assertNoArguments } from './no-arguments.ts';

/** `npm run schemas`: writes JSON Schemas and snippets for the content files, with which Visual Studio Code helps editors. */

assertNoArguments('npm run schemas');

console.log(`${writeEditorFiles()} files in ${editorFolder}/`);
