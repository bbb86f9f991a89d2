import type { Finding, Fix } from './finding.ts';

/** A text after repairs, and the findings that were repaired. */
export interface Repaired {
  readonly text: string;
  readonly repaired: readonly Finding[];
}

/**
 * Applies the repairs of findings to one file. Of two that overlap, only the first is applied: the other one is found again when the
 * file is checked again. Lines that are added at the same offset are sorted.
 * @param text the text of the file as the gate reads it
 * @param findings those whose repair is for this file
 */
export function applyFixes(text: string, findings: readonly Finding[]): Repaired {
  const wanted = findings
    .filter((finding): finding is Finding & { fix: Fix } => finding.fix !== undefined)
    .sort(({ fix: a }, { fix: b }) => a.start - b.start || a.end - b.end || byText(a, b));
  const repaired: Finding[] = [];
  let result = '';
  let done = 0;
  for (const finding of wanted) {
    const { start, end, replacement } = finding.fix;
    if (start < done) continue;
    result += text.slice(done, start) + replacement;
    done = end;
    repaired.push(finding);
  }
  return { text: result + text.slice(done), repaired };
}

function byText({ replacement: a }: Fix, { replacement: b }: Fix): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
