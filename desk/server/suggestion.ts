import { type ChangePart, changeOf } from '#gate/twins/change.ts';
import { readDeskFile } from './files.ts';
import { changedFiles, hasGit, identity, versionAt } from './git.ts';

/** The changes of one page or record. */
interface ChangeGroup {
  /** The folder of a page, or the file of a record. */
  readonly group: string;
  readonly name: string;
  readonly files: readonly { readonly file: string; readonly parts: readonly ChangePart[] }[];
}

/** What an editor could propose. */
export interface Suggestion {
  readonly hasGit: boolean;
  readonly changes: readonly ChangeGroup[];
  readonly author: string;
  readonly mail: string;
}

/** How much of an unchanged text is shown around a change, in characters. */
const context = 60;

/** What changed since the last commit, page by page and record by record. */
export async function suggestionFor(root: string): Promise<Suggestion> {
  const files = await changedFiles(root);
  const changes = files.map(async (file) => {
    // Pictures and documents have no words to compare.
    const after = /\.(mdx|yaml)$/.test(file) ? (readDeskFile(root, file)?.text ?? '') : '';
    const before = /\.(mdx|yaml)$/.test(file) ? (await versionAt(root, 'HEAD', file)).text : '';
    return { file, parts: changeOf(before, after).map(shortened) };
  });
  const groups = Map.groupBy(await Promise.all(changes), ({ file }) =>
    file.startsWith('content/pages/') ? file.slice(0, file.lastIndexOf('/')) : file,
  );
  return {
    hasGit: await hasGit(root),
    changes: [...groups].map(([group, own]) => ({ group, name: group.replace(/^content\//, ''), files: own })),
    ...(await identity(root)),
  };
}

function shortened({ kind, text }: ChangePart): ChangePart {
  if (kind !== 'same' || text.length <= 2 * context) return { kind, text };
  return { kind, text: `${text.slice(0, context)} … ${text.slice(-context)}` };
}
