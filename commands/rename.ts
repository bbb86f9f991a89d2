import { writeChanges } from '#edit/project.ts';
import { renameContent } from '#edit/rename.ts';
import { runCommand } from './command.ts';
import { root } from './environment.ts';

/**
 * `npm run rename -- <old-name> <new-name>`: changes the key of a page, with the pages in its folder, or of a news item; or the name of a
 * contact or a notice, as `contacts/ict`. Moves the files and updates every reference in `content/`. Paths of pages stay the same: they
 * follow from slugs. Refuses a change after which the content would have errors.
 */

runCommand('rename', {}, ({ words: [from, to, ...rest], project, say, misuse }) => {
  if (!from || !to || rest.length > 0) return misuse();
  const { changes } = renameContent(project, from, to);
  writeChanges(root, changes);
  for (const [file, text] of [...changes].sort()) if (text !== null) console.log(file);
  say('done', { from, to });
});
