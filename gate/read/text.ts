/* How the gate reads a file as text. Lines, columns and offsets of findings and repairs refer to this form. */

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });

/** What a file is when it is no text in UTF-8: a text in another encoding, or the file of a program. */
interface Undecodable {
  readonly text: null;
  readonly kind: 'encoding' | 'program';
  /** The part before the first invalid byte. */
  readonly until: string;
}

/** The first bytes of an archive (.docx, .odt, .xlsx), a PDF and an old document of Word. */
const signatures = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x25, 0x50, 0x44, 0x46],
  [0xd0, 0xcf, 0x11, 0xe0],
];

/** Decodes a file as UTF-8. */
export function decode(bytes: Uint8Array): { readonly text: string } | Undecodable {
  if (isUtf16(bytes)) return { text: null, kind: 'encoding', until: '' };
  if (signatures.some((signature) => signature.every((byte, index) => bytes[index] === byte))) {
    return { text: null, kind: 'program', until: '' };
  }
  try {
    return { text: strict.decode(bytes) };
  } catch {
    const text = lenient.decode(bytes);
    return { text: null, kind: 'encoding', until: text.slice(0, text.indexOf('\ufffd')) };
  }
}

/** UTF-16 has a zero byte beside every Latin letter, which is valid UTF-8 as well. */
function isUtf16(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, 1000);
  return start.includes(0) && start.filter((byte) => byte === 0).length > start.length / 4;
}

/** The text without byte-order mark, each line ending in `\n`. */
export function withPlainLineEnds(text: string): string {
  return text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
}

/** The front matter of a page with the rules around it; empty when there is none, or when no rule closes it. */
export function frontMatterBlock(text: string): string {
  return /^---\n[\s\S]*?\n---(?=\n|$)/.exec(text)?.[0] ?? '';
}
