import type { FileType } from './facts.ts';

/** How files of each type start, in Latin-1 (the specification of each type; brands: ISO/IEC 14496-12, 4.3). */
const starts: readonly (readonly [FileType, RegExp])[] = [
  ['jpeg', /^\u00ff\u00d8\u00ff/],
  ['png', /^\u0089PNG/],
  ['webp', /^RIFF.{4}WEBP/s],
  ['avif', /^.{4}ftyp.{0,64}avi[fs]/s],
  ['heic', /^.{4}ftyp.{0,64}(?:hei[cxms]|hev[cm]|mif1)/s],
  ['gif', /^GIF8/],
  ['tiff', /^(?:II\*|MM.\*)/s],
  ['bmp', /^BM/],
  ['pdf', /^%PDF-/],
  ['svg', /^(?:\u00ef\u00bb\u00bf)?\s*<(?:svg|\?xml|!--|!doctype svg)/i],
];

/** The type of a file by its first bytes, whatever its name. */
export function typeOf(bytes: Buffer): FileType {
  const first = bytes.toString('latin1', 0, 256);
  return starts.find(([, start]) => start.test(first))?.[0] ?? 'other';
}

/** Whether a picture moves, as far as its decoder keeps silent: PNG with frames (`acTL`), AVIF with a sequence (`avis`). */
export function isAnimated(bytes: Buffer, type: FileType): boolean {
  if (type === 'avif') return /^.{4}ftyp.{0,64}avis/s.test(bytes.toString('latin1', 0, 96));
  return type === 'png' && bytes.subarray(0, bytes.indexOf('IDAT')).includes('acTL');
}
