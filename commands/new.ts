import { newPage } from '#edit/new-page.ts';
import { writeChanges } from '#edit/project.ts';
import { runCommand } from './command.ts';
import { root, today } from './environment.ts';

/**
 * `npm run new -- <page-key>`: creates a draft of a page, one twin per language, with every field explained in that language. A key
 * with a slash (`services/archive`) creates a page below another one. Never changes existing pages.
 */

runCommand('new', {}, ({ words: [key, ...rest], project, say, misuse }) => {
  if (!key || rest.length > 0) return misuse();
  const files = newPage(project, key, today());
  writeChanges(root, files);
  for (const file of files.keys()) console.log(`${file}:1`);
  say('done');
});
