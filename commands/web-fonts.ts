import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import subsetFont from 'subset-font';
import { root } from './environment.ts';

const require = createRequire(import.meta.url);

/** What Dutch, French, German and English are written with: letters, signs, no-break spaces and the soft hyphen. */
const characters = [
  ...between(' ', '~'),
  ...'ÀÁÂÄÆÇÈÉÊËÎÏÓÔÖÙÛÜŸŒàáâäæçèéêëíîïñóôöùúûüÿœß',
  ...'«»“”„‘’–—…·•×°§€',
  ...'\u00a0\u00ad\u202f',
].join('');

interface WebFont {
  /** The whole font, in its package. */
  readonly source: string;
  /** Where it is published. */
  readonly file: string;
  /** The value at which an axis of the variable font is fixed, or the part of it that stays. */
  readonly axes: Readonly<Record<string, number | { min: number; max: number }>>;
}

const webFonts: readonly WebFont[] = [
  // Headings and figures have one weight and one optical size.
  {
    source: '@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2',
    file: 'public/fonts/newsreader.woff2',
    axes: { wght: 500, opsz: 36 },
  },
  {
    source: '@fontsource-variable/radio-canada/files/radio-canada-latin-wght-normal.woff2',
    file: 'public/fonts/radio-canada.woff2',
    axes: { wght: { min: 400, max: 700 } },
  },
];

/**
 * The web fonts as the site publishes them, by file: of the whole fonts no more than its texts show. Of the OpenType features that
 * is the kerning: letters are spaced, and spaced letters have no ligatures (CSS Text 3, 8.2); the digits are tabular and lining
 * as they are. The table STAT tells programs that install fonts about styles.
 */
export async function makeWebFonts(): Promise<ReadonlyMap<string, Buffer>> {
  return new Map(
    await Promise.all(
      webFonts.map(async ({ source, file, axes }) => {
        const whole = await readFile(require.resolve(source));
        const font = await subsetFont(whole, characters, {
          targetFormat: 'woff2',
          variationAxes: axes,
          keepFeatures: ['kern'],
          dropTables: ['STAT'],
        });
        return [path.join(root, file), font] as const;
      }),
    ),
  );
}

function between(first: string, last: string): string[] {
  const from = first.charCodeAt(0);
  return Array.from({ length: last.charCodeAt(0) - from + 1 }, (_, index) =>
    String.fromCharCode(from + index),
  );
}
