import type { Span } from './parts.ts';

/** A field of a screen: its id, its file, and the part of the file that it shows. */
export interface FieldPlace extends Span {
  readonly id: string;
  readonly file: string;
}

/** Where something was found. Lines and columns count from 1. */
interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * The findings at each field: at the smallest one around their place.
 * @returns by the id of the field; under the empty id, those that are at none
 */
export function findingsByField<Found extends Place>(
  findings: readonly Found[],
  fields: readonly FieldPlace[],
  texts: Readonly<Record<string, string>>,
): ReadonlyMap<string, readonly Found[]> {
  return Map.groupBy(findings, (finding) => {
    const offset = offsetOf(texts[finding.file] ?? '', finding);
    const around = fields.filter(({ file, start, end }) => file === finding.file && start <= offset && offset <= end);
    return around.sort((a, b) => a.end - a.start - (b.end - b.start))[0]?.id ?? '';
  });
}

/** The offset of a place in a text. */
function offsetOf(text: string, { line, column }: Pick<Place, 'line' | 'column'>): number {
  const lines = text.split('\n').slice(0, line - 1);
  return lines.reduce((sum, each) => sum + each.length + 1, column - 1);
}
