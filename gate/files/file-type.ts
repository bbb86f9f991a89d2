/** How files of each type start, in Latin-1 (the specification of each type; brands: ISO/IEC 14496-12, 4.3). */
const starts = [
  ['jpeg', /^\u00ff\u00d8\u00ff/],
  ['png', /^\u0089PNG/],
  ['webp', /^RIFF.{4}WEBP/s],
  ['avif', /^.{4}ftyp.{0,64}avi[fs]/s],
  ['heic', /^.{4}ftyp.{0,64}(?:hei[cxms]|hev[cm]|mif1)/s],
  ['gif', /^GIF8/],
  ['tiff', /^(?:II\*|MM.\*)/s],
  ['bmp', /^BM/],
  ['pdf', /^%PDF-/],
  ['zip', /^PK\p{Cc}{2}/u],
  // Old Office files, and encrypted new ones (MS-CFB, 2.2).
  ['ole', /^\u00d0\u00cf\p{Cc}\u00e0/u],
  ['rtf', /^\{\\rtf/],
  ['program', /^(?:MZ|\u007fELF|#!)/],
  ['html', /^(?:\u00ef\u00bb\u00bf)?\s*<(?:!doctype html|html|head|body|script)/i],
  ['svg', /^(?:\u00ef\u00bb\u00bf)?\s*<(?:svg|\?xml|!--|!doctype svg)/i],
] as const satisfies readonly (readonly [string, RegExp])[];

/** The type of a file by its content: what an editor may put beside a page, published or not. */
export type FileType = (typeof starts)[number][0] | 'other';

/** The type of a file by its first bytes, whatever its name. */
export function typeOf(bytes: Buffer): FileType {
  const first = bytes.toString('latin1', 0, 256);
  return starts.find(([, start]) => start.test(first))?.[0] ?? 'other';
}

/** Whether a picture is animated, for the types whose decoder does not report it: PNG with frames (`acTL`), AVIF with a sequence (`avis`). */
export function isAnimated(bytes: Buffer, type: FileType): boolean {
  if (type === 'avif') return /^.{4}ftyp.{0,64}avis/s.test(bytes.toString('latin1', 0, 96));
  return type === 'png' && bytes.subarray(0, bytes.indexOf('IDAT')).includes('acTL');
}
