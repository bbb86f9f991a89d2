import { newPage } from '#edit/new-page.ts';
import { writeChanges } from '#edit/project.ts';
import { runCommand } from './command.ts';
import { root, today } from './environment.ts';

/** `npm run new -- <page-key>`: creates a draft of a page in every language, with every field explained. Never changes existing pages. */

runCommand('new', {}, ({ words: [key, ...rest], project, say, misuse }) => {
  if (!key || rest.length > 0) return misuse();
  const files = newPage(project, key, today());
  writeChanges(root, files);
  for (const file of files.keys()) console.log(`${file}:1`);
  say('done');
});
