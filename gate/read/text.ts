/*
 * How the gate reads a file as text. Findings and repairs count lines, columns and offsets in this form.
 */

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });

/** The text of a file; where it is not UTF-8, null, and how far it is. */
export function decode(bytes: Uint8Array): { text: string } | { text: null; until: string } {
  if (isUtf16(bytes)) return { text: null, until: '' };
  try {
    return { text: strict.decode(bytes) };
  } catch {
    const text = lenient.decode(bytes);
    return { text: null, until: text.slice(0, text.indexOf('\ufffd')) };
  }
}

/** UTF-16 holds a zero byte beside every letter of ours, and so can pass for a UTF-8 that is full of them. */
function isUtf16(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, 1000);
  return start.includes(0) && start.filter((byte) => byte === 0).length > start.length / 4;
}

/** A text without byte-order mark, each line of which ends in `\n`. */
export function withPlainLineEnds(text: string): string {
  return text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
}

/** The line and column of an offset, both from 1. */
export function positionAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const start = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - start + 1 };
}

/** The first sign in a text with which HTML or an expression begins; null when it has none. */
export function signOfCode(text: string): string | null {
  return /<\/?[a-z!?]*|[{}]/i.exec(text)?.[0] ?? null;
}
