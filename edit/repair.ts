import { compare, type Finding, type Fix } from '#gate/finding/finding.ts';
import type { LoadResult } from '#gate/load.ts';
import { writeChanges } from './project.ts';
import { sourceReader } from './source.ts';

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
 * @param load reads the content
 * @param only the files to repair, by their paths from the root; all files by default
 * @returns the repairs, and the result of the last reading
 * @throws WriteError
 */
export function repair(
  root: string,
  load: () => LoadResult,
  only?: readonly string[],
): { repairs: Repair[]; result: LoadResult } {
  const repairs: Repair[] = [];
  let result = load();
  for (let round = 0; round < maximumRounds; round++) {
    const made = repairOnce(root, result.findings, only);
    if (made.length === 0) break;
    repairs.push(...made);
    result = load();
  }
  return { repairs, result };
}

/** A finding with a repair. */
export interface Fixable extends Finding {
  readonly fix: Fix;
}

/** Whether a finding has a repair. */
export function isFixable(finding: Finding): finding is Fixable {
  return finding.fix !== undefined;
}

function repairOnce(root: string, findings: readonly Finding[], only?: readonly string[]): Repair[] {
  const textOf = sourceReader(root);
  const byFile = Map.groupBy(findings.filter(isFixable), ({ file, fix }) => fix.file ?? file);
  return [...byFile].flatMap(([file, own]) => {
    if (only && !only.includes(file)) return [];
    const before = textOf(file);
    if (before === null) return [];
    const { text, repaired } = applyFixes(before, own);
    writeChanges(root, new Map([[file, text]]));
    return repaired.map((finding) => {
      const { start, end, replacement } = finding.fix;
      return { finding, before: before.slice(start, end), after: replacement };
    });
  });
}

/**
 * Applies the repairs of findings to one file. Of two that overlap, only the first is applied: the other one is found again when the
 * file is checked again. Lines that are added at the same offset are sorted.
 * @param text the text of the file as the gate reads it
 * @param findings those whose repair is for this file
 * @returns the text after the repairs, and the findings that were repaired
 */
export function applyFixes(text: string, findings: readonly Fixable[]): { text: string; repaired: Fixable[] } {
  const repaired: Fixable[] = [];
  let result = '';
  let done = 0;
  for (const finding of findings.toSorted(inOrder)) {
    const { start, end, replacement } = finding.fix;
    if (start < done) continue;
    result += text.slice(done, start) + replacement;
    done = end;
    repaired.push(finding);
  }
  return { text: result + text.slice(done), repaired };
}

function inOrder({ fix: a }: Fixable, { fix: b }: Fixable): number {
  return a.start - b.start || a.end - b.end || compare(a.replacement, b.replacement);
}
