import type { Finding } from '#gate/finding/finding.ts';
import { applyFixes } from '#gate/finding/fix.ts';
import type { LoadResult } from '#gate/load.ts';
import { sourceReader } from '#gate/read/source.ts';
import { writeChanges } from './write.ts';

/** A repair of one place in the content. */
export interface Repair {
  readonly finding: Finding;
  /** The text of the place before and after. */
  readonly before: string;
  readonly after: string;
}

/** A repair can reveal another fault, such as a number behind a hidden character; no file needs more rounds than this. */
const maximumRounds = 8;

/**
 * Applies all fixes that findings carry, and reads the content again, until no fix is left.
 * @param root absolute path of the project
 * @param load reads the content
 * @returns the repairs, and the result of the last reading
 * @throws WriteError
 */
export function repair(root: string, load: () => LoadResult): { repairs: Repair[]; result: LoadResult } {
  const repairs: Repair[] = [];
  let result = load();
  for (let round = 0; round < maximumRounds; round++) {
    const made = repairOnce(root, result.findings);
    if (made.length === 0) break;
    repairs.push(...made);
    result = load();
  }
  return { repairs, result };
}

function repairOnce(root: string, findings: readonly Finding[]): Repair[] {
  const textOf = sourceReader(root);
  const byFile = Map.groupBy(
    findings.filter(({ fix }) => fix),
    ({ file, fix }) => fix?.file ?? file,
  );
  return [...byFile].flatMap(([file, fixable]) => {
    const before = textOf(file);
    if (before === null) return [];
    const { text, repaired } = applyFixes(before, fixable);
    writeChanges(root, new Map([[file, text]]));
    return repaired.map((finding) => ({
      finding,
      before: before.slice(finding.fix?.start, finding.fix?.end),
      after: finding.fix?.replacement ?? '',
    }));
  });
}
