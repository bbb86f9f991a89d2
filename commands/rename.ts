import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { closest } from '#gate/finding/closest.ts';
import { isError } from '#gate/finding/finding.ts';
import { loadSite } from '#gate/load.ts';
import { isPageKey } from '#gate/read/places.ts';
import { renamePage } from '#gate/rename.ts';
import { languages } from '#lib/languages/languages.ts';
import { homeKey } from '#lib/site/site.ts';
import { type Command, runCommand } from './command.ts';
import { root } from './environment.ts';
import { readTexts, writeChanges } from './write.ts';

/**
 * `npm run rename -- <old-key> <new-key>`: changes the key of a page and of the pages in its folder. Moves the folder and updates every
 * reference in `content/`. Addresses stay the same: they follow from slugs. Refuses a change after which the content would have errors.
 */

function work(command: Command): void {
  const [from, to, ...rest] = command.words;
  if (!from || !to || rest.length > 0) command.misuse();
  const { pageStates, findings } = loadSite({ root, languages, drafts: true });
  const keys = pageStates.map(({ key }) => key);
  if (!keys.includes(from))
    command.refuse('unknown', { key: from, suggestion: closest(from, keys) ?? 'none' });
  if (from === homeKey) command.refuse('home', { key: from });
  if (!isPageKey(to)) command.refuse('badKey', { key: to });
  if (to === from || to.startsWith(`${from}/`)) command.refuse('inside', { from, to });
  if (keys.some((key) => key === to || key.startsWith(`${to}/`))) command.refuse('exists', { key: to });
  if (findings.some(isError)) command.refuse('faulty');

  const changes = renamePage(readTexts(root), from, to);
  const errors = errorsAfter(changes);
  if (errors.length > 0) command.refuse('wouldBreak', { file: errors[0]?.file ?? '' });
  writeChanges(root, changes);
  for (const file of [...changes.keys()].filter((each) => changes.get(each) !== null).sort())
    console.log(file);
  command.say('done', { from, to });
}

/** Applies the changes to a copy of the content and returns the errors that the gate finds there. */
function errorsAfter(changes: ReturnType<typeof renamePage>) {
  const copy = mkdtempSync(path.join(tmpdir(), 'rename-'));
  try {
    cpSync(path.join(root, 'content'), path.join(copy, 'content'), { recursive: true });
    writeChanges(copy, changes);
    return loadSite({ root: copy, languages, drafts: true }).findings.filter(isError);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

runCommand('rename', {}, work);
