import { writeChanges } from '#edit/project.ts';
import { renamePage } from '#edit/rename-page.ts';
import { runCommand } from './command.ts';
import { root } from './environment.ts';

/**
 * `npm run rename -- <old-key> <new-key>`: changes the key of a page and of the pages in its folder. Moves the folder and updates every
 * reference in `content/`. Paths on the site stay the same: they follow from slugs. Refuses a change after which the content would have
 * errors.
 */

runCommand('rename', {}, ({ words: [from, to, ...rest], project, say, misuse }) => {
  if (!from || !to || rest.length > 0) return misuse();
  const changes = renamePage(project, from, to);
  writeChanges(root, changes);
  for (const [file, text] of [...changes].sort()) if (text !== null) console.log(file);
  say('done', { from, to });
});
