/* Names and sizes of files beside pages. */

/** The form of a name that works unchanged on every computer and in every URL; Windows reserves some for devices. */
export const namePattern = /^(?!(?:aux|con|nul|prn|com\d|lpt\d)\.)[a-z0-9]+(?:-[a-z0-9]+)*\.[a-z0-9]+$/;

/** A name without spaces, capitals and accents. `fallback`: the stem when nothing is left of it. */
export function plainName(name: string, fallback: string): string {
  const [, stem = '', extension = ''] = /^(.*?)(?:\.(\w+))?$/.exec(name.normalize('NFKD').toLowerCase()) ?? [];
  const plain = stem
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const suggestion = `${plain || fallback}.${extension}`;
  return namePattern.test(suggestion) ? suggestion : `${fallback}-${suggestion}`;
}

/** Bytes in megabytes, with one decimal. */
export function megabytes(bytes: number): number {
  return Math.round(bytes / 1024 / 102.4) / 10;
}
