import type { Finding } from '#gate/finding/finding.ts';
import { applyFixes } from '#gate/finding/fix.ts';
import type { LoadResult } from '#gate/load.ts';
import { sourceReader } from '#gate/read/source.ts';
import { writeChanges } from './changes.ts';

/** What a repair made of one place. */
export interface Repair {
  readonly finding: Finding;
  /** What stood there, and what stands there now. */
  readonly before: string;
  readonly after: string;
}

/** Repairs can uncover others (a number behind a hidden character); a handful of rounds is more than any file needs. */
const maximumRounds = 8;

/**
 * Repairs everything in the content that a program can repair without changing the meaning, until nothing is left to repair.
 * @param root absolute path of the project
 * @param load reads the content; called again after each round
 * @throws NotWritten
 */
export function repair(root: string, load: () => LoadResult): { repairs: Repair[]; result: LoadResult } {
  const repairs: Repair[] = [];
  let result = load();
  for (let round = 0; round < maximumRounds; round++) {
    const fixable = Map.groupBy(
      result.findings.filter(({ fix }) => fix),
      ({ file, fix }) => fix?.file ?? file,
    );
    if (fixable.size === 0) break;
    const textOf = sourceReader(root);
    for (const [file, findings] of fixable) {
      const before = textOf(file);
      if (before === null) continue;
      const { text, repaired } = applyFixes(before, findings);
      writeChanges(root, new Map([[file, text]]));
      repairs.push(
        ...repaired.map((finding) => ({
          finding,
          before: before.slice(finding.fix?.start, finding.fix?.end),
          after: finding.fix?.replacement ?? '',
        })),
      );
    }
    result = load();
  }
  return { repairs, result };
}
