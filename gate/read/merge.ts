import type { Finding } from '../finding/finding.ts';
import { rule } from '../finding/rule.ts';
import type { SourceFile } from '../finding/source-file.ts';

/** A file with the marks of a merge that was not finished. */
export const unfinishedMerge = rule({ code: 'C056', severity: 'error', guide: 'places' });

/** The lines that Git writes around two versions (git-merge, "How conflicts are presented"), also escaped or shortened by an editor. */
const marks = {
  ours: /^[ \t]*(?:\\?<){6,}(?:[ \t].*|\w.*)?$/,
  base: /^[ \t]*\|{7,}(?:[ \t][^|]*|\w[^|]*)?$/,
  middle: /^={7}$/,
  theirs: /^[ \t]*(?:\\?>){6,}(?:[ \t].*|\w.*)?$/,
};

/**
 * C056: one finding for a file with a mark of a merge conflict; null for any other file. `=======` alone may underline a title of as many letters.
 * @returns the finding, and the text with one version only, so that the rest of the site can be checked
 */
export function findMerge(source: SourceFile): { readonly finding: Finding; readonly text: string } | null {
  const lines = source.text.split('\n');
  const markOf = (line: string, index: number) => {
    const kind = (Object.keys(marks) as (keyof typeof marks)[]).find((each) => marks[each].test(line)) ?? null;
    return kind === 'middle' && lines[index - 1]?.trim().length === 7 ? null : kind;
  };
  const kinds = lines.map(markOf);
  const isSure = kinds.some((kind) => kind !== null && kind !== 'middle');
  const first = kinds.findIndex((kind, index) => (isSure ? kind !== null : kind && !lines[index - 1]?.trim()));
  const index = first >= 0 || !source.file.endsWith('.yaml') ? first : kinds.findIndex((kind) => kind !== null);
  if (index < 0) return null;
  let isOther = false;
  const kept = lines.filter((_, at) => {
    const kind = kinds[at];
    if (kind) isOther = kind === 'base' || kind === 'middle';
    return !kind && !isOther;
  });
  const finding = unfinishedMerge.at(source.place(source.startOfLine(index + 1)), {
    kind: source.file.endsWith('/in-step.yaml') ? 'made' : 'written',
    mark: (lines[index] ?? '').trim().slice(0, 40),
  });
  return { finding, text: kept.join('\n') };
}
