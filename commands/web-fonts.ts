import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createFontStack } from '@capsizecss/core';
import { fromBuffer } from '@capsizecss/unpack';
import subsetFont from 'subset-font';
import { type Font, fonts } from '#lib/site/fonts.ts';
import { root } from './environment.ts';

const require = createRequire(import.meta.url);

/**
 * The letters and signs of Dutch, French, German and English, the narrow no-break space and the soft hyphen. Without the no-break
 * space, which Radio Canada draws a fifth narrower than its space, browsers draw the space in its place.
 */
const characters = [
  ...between(' ', '~'),
  ...'ÀÁÂÄÆÇÈÉÊËÎÏÓÔÖÙÛÜŸŒàáâäæçèéêëíîïñóôöùúûüÿœß',
  ...'«»“”„‘’–—…·•×°§€',
  ...'\u00ad\u202f',
].join('');

/** The style sheet that declares the fonts. */
const styleSheet = path.join(root, 'components/design/fonts.css');

/** The content of each web font and of the style sheet that declares them, by path. */
export async function makeWebFonts(): Promise<ReadonlyMap<string, Buffer>> {
  const made = await Promise.all(fonts.map(async (font) => ({ font, data: await subsetOf(font) })));
  const rules = await Promise.all(made.map(({ font, data }) => rulesFor(font, data)));
  const header = '/* Written by npm run fonts from fonts.ts. */\n';
  const theme = `@theme {\n${fonts.map(variableOf).join('')}}\n`;
  return new Map([
    ...made.map(({ font: { name }, data }) => [path.join(root, 'public/fonts', name), data] as const),
    [styleSheet, Buffer.from(header + rules.join('') + theme)],
  ]);
}

/**
 * The part of a font that the site shows. Kerning is the only OpenType feature that it keeps: letters are spaced, and spaced letters
 * have no ligatures (CSS Text 3, 8.2); digits are tabular and lining by default. The table STAT is for programs that install fonts.
 */
async function subsetOf({ source, axes }: Font): Promise<Buffer> {
  return subsetFont(await readFile(require.resolve(source)), characters, {
    targetFormat: 'woff2',
    variationAxes: axes,
    keepFeatures: ['kern'],
    dropTables: ['STAT'],
  });
}

/** The `@font-face` rules of a font and of its fallback font, scaled to the same widths and line height. */
async function rulesFor({ family, name, weights, fallback }: Font, data: Buffer): Promise<string> {
  const metrics = { ...(await fromBuffer(data)), familyName: family };
  const local = { ...fallback, familyName: fallback.generic, ascent: 0, descent: 0, lineGap: 0 };
  const { fontFaces } = createFontStack([metrics, local], { fontFaceFormat: 'styleObject' });
  const face = fontFaces[0]?.['@font-face'];
  if (!face) throw new Error(`Capsize made no fallback for ${family}.`);
  const src = fallback.names.map((each) => `local("${each}")`).join(', ');
  return `@font-face {
  font-family: "${family}";
  src: url("/fonts/${name}");
  font-weight: ${weights};
  font-display: swap;
}
@font-face {
  font-family: "${family} Fallback";
  src: ${src};
  ascent-override: ${face.ascentOverride};
  descent-override: ${face.descentOverride};
  size-adjust: ${face.sizeAdjust};
}
`;
}

/** The theme variable of a font: its family, then its fallback. */
function variableOf({ family, token, fallback }: Font): string {
  return `  --font-${token}: "${family}", "${family} Fallback", ${fallback.generic};\n`;
}

function between(first: string, last: string): string[] {
  const from = first.charCodeAt(0);
  return Array.from({ length: last.charCodeAt(0) - from + 1 }, (_, index) => String.fromCharCode(from + index));
}
