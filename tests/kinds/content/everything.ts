import { confirmationOf } from '#edit/confirm.ts';
import { loadSite } from '#gate/load.ts';
import { confirmationFileOf } from '#gate/twins/state.ts';
import { languages } from '#lib/languages/languages.ts';
import type { ProjectCopy } from '../../build/project-copy.ts';
import { addDocuments } from './documents.ts';
import { addLongContent } from './long.ts';
import { addChanges, addNews, addNotices, fixtureDay } from './news-and-notices.ts';
import { addParts } from './parts.ts';
import { addPictures } from './pictures.ts';

/** Adds everything that editors may publish to a copy of the project, and confirms the twins. */
export async function addEverything(copy: ProjectCopy): Promise<void> {
  addPictures(copy);
  addLongContent(copy);
  addParts(copy);
  addDocuments(copy);
  addNews(copy);
  addNotices(copy);
  addChanges(copy);
  await copy.run(['commands/check.ts', '--register']);
  confirmAll(copy);
}

/** Confirms every page whose twins have no confirmation or changed. */
function confirmAll(copy: ProjectCopy): void {
  const { pageStates } = loadSite({ root: copy.root, languages, drafts: true });
  for (const state of pageStates) {
    const { comparison } = state;
    if (comparison.kind !== 'unconfirmed' && comparison.kind !== 'confirmed') continue;
    copy.write(confirmationFileOf(state), confirmationOf(comparison, fixtureDay, languages));
  }
}
