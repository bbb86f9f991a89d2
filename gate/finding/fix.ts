import type { Finding, Fix } from './finding.ts';

/** A text after some repairs, and the findings whose repair was made. */
export interface Repaired {
  readonly text: string;
  readonly repaired: readonly Finding[];
}

/**
 * Makes the repairs that the findings of one file carry. Where two touch, the first is made; the other finds its place again
 * when the file is read anew. Lines that are added at the same place come in the order of their text.
 * @param text the text of the file as the gate reads it
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
