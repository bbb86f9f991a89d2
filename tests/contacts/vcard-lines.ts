import type { VcardVersion } from '#lib/open-data/data-paths.ts';

/** A content line (RFC 6350, 3.3): group, name, parameters with plain or quoted values, value. */
const contentLine =
  /^([\w-]+\.)?[A-Z-]+(;[A-Z-]+=("[^"\p{Cc}]*"|[^";:,\p{Cc}]*)(,("[^"\p{Cc}]*"|[^";:,\p{Cc}]*))*)*:[^\p{Cc}]*$/u;

/** The faults of a vCard against RFC 6350, 3.1 to 3.3: line breaks, lengths, characters, syntax, first and last lines. */
export function lineFaults(bytes: Uint8Array, version: VcardVersion): string[] {
  const text = textOf(bytes);
  if (text === null) return ['is not UTF-8, or folded inside a character'];
  const lines = text.split('\r\n');
  const unfolded = text.replaceAll('\r\n ', '').split('\r\n');
  return [
    ...(lines.pop() === '' ? [] : ['does not end with CRLF']),
    ...lines.filter((line) => /[\r\n]/.test(line)).map((line) => `has a bare line break: ${line}`),
    ...lines.filter((line) => Buffer.byteLength(line) > 75).map((line) => `is longer than 75 octets: ${line}`),
    ...lines.filter((line) => line === '').map(() => 'has an empty line'),
    ...unfolded
      .slice(0, -1)
      .filter((line) => !contentLine.test(line))
      .map((line) => `is not a content line: ${line}`),
    ...(text.startsWith(`BEGIN:VCARD\r\nVERSION:${version}\r\n`) ? [] : [`does not start as version ${version}`]),
    ...(unfolded.at(-2) === 'END:VCARD' ? [] : ['does not end with END:VCARD']),
  ];
}

/** Decodes UTF-8; null when it is invalid. */
function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
