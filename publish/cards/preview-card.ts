import { readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { cardSize } from '#lib/metadata/preview-card.ts';
import { remember } from '#lib/remember.ts';
import { fonts } from '#lib/site/fonts.ts';
import { type Colour, indexedPng } from './indexed-png.ts';
import { type Lettering, letteringIn } from './lettering.ts';
import { setTitle } from './title-lines.ts';

export interface CardWords {
  /** One paragraph, or one per language on a page in all languages. */
  readonly title: readonly string[];
  /** The kind of organisation, set small above its name. */
  readonly kind: string;
  /** The name of the organisation; null when it is the title. */
  readonly name: string | null;
}

/** Colours of the light scheme, as in the theme, and of the flag. */
export const colours = {
  paper: '#fff',
  ink: '#14161f',
  soft: '#474a55',
  plate: '#23308c',
  flag: ['#000', '#fdda24', '#ef3340'],
} as const;

/** Steps from paper to ink, for the edges of letters. */
const inkSteps = 8;

/** All colours of a card; the first ones lead from paper to ink. */
const palette: readonly Colour[] = [
  ...Array.from({ length: inkSteps + 1 }, (_, step) => blend(colours.paper, colours.ink, step / inkSteps)),
  ...[colours.soft, colours.plate, ...colours.flag].map((colour) => blend(colour, colour, 0)),
  blend(colours.plate, colours.paper, 1 / 3),
  blend(colours.plate, colours.paper, 2 / 3),
];

const { width, height } = cardSize;
const margin = 72;
const hairline = 12;
/** Where the title ends: on the line that the façade is built on. */
const ground = 456;
const plate = 92;
const titleBox = { width: width - 2 * margin, height: 330, largest: 150, lineHeight: 1.06 };
/** Distance from the last base line of the title to the ground. */
const aboveGround = 52;

/**
 * Loads the fonts and the house number once.
 * @param folder absolute path of the folder with the fonts and the icon
 * @returns a function that draws a card as PNG. The same words give the same bytes.
 */
export async function cardPainter(folder: string): Promise<(words: CardWords) => Promise<Buffer>> {
  const fileOf = (token: string) => path.join(folder, 'fonts', fonts.find((font) => font.token === token)?.name ?? '');
  const title = await letteringIn(fileOf('serif'), -0.018);
  const name = await letteringIn(fileOf('serif'), -0.008);
  const kind = await letteringIn(fileOf('sans'), -0.004);
  const icon = readFileSync(path.join(folder, 'icon.svg'), 'utf8');
  const draw = remember(indexed);
  return async (words) => {
    const pixels = (await draw(frameOf(words, name, kind, icon))).slice();
    await drawTitle(words.title, title, pixels);
    return indexedPng(pixels, width, palette);
  };
}

/** What all cards of a language share, as SVG: hairline, ground line, house number and name of the organisation. */
function frameOf(words: CardWords, name: Lettering, kind: Lettering, icon: string): string {
  const top = ground + (height - ground - plate) / 2;
  const left = margin + plate + 28;
  const middle = top + plate / 2;
  const flag = colours.flag.map(
    (fill, part) => `<rect x="${(part * width) / 3}" width="${width / 3}" height="${hairline}" fill="${fill}"/>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
<rect width="100%" height="100%" fill="${colours.paper}"/>
${flag.join('')}
<rect y="${ground}" width="100%" height="3" fill="${colours.ink}"/>
<g fill="${colours.ink}">${words.name === null ? '' : name.outlinesOf(words.name, 46, left, middle + 34)}</g>
<g fill="${colours.soft}">${kind.outlinesOf(words.kind, 30, left, words.name === null ? middle + 10 : middle - 17)}</g>
${icon.replace('<svg ', `<svg x="${margin}" y="${top}" width="${plate}" height="${plate}" `)}
</svg>`;
}

async function indexed(svg: string): Promise<Uint8Array> {
  const rgb = await sharp(Buffer.from(svg)).removeAlpha().raw().toBuffer();
  const indexOf = remember((key: number) => nearest([key >> 16, (key >> 8) & 255, key & 255]));
  return Uint8Array.from({ length: width * height }, (_, pixel) => indexOf(rgb.readUIntBE(3 * pixel, 3)));
}

async function drawTitle(paragraphs: readonly string[], type: Lettering, pixels: Uint8Array): Promise<void> {
  const { lines, size } = setTitle(paragraphs, titleBox, type.widthOf);
  const pitch = size * titleBox.lineHeight;
  const last = ground - aboveGround;
  // Accents on capitals are less than one size high.
  const top = Math.max(hairline, Math.floor(last - (lines.length - 1) * pitch - size));
  const outlines = lines.map((line, index) =>
    // The letters start at the margin, not the space on their left.
    type.outlinesOf(line, size, margin - size * 0.03, last - (lines.length - 1 - index) * pitch - top),
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${ground - top}">${outlines.join('')}</svg>`;
  const coverage = await sharp(Buffer.from(svg)).extractChannel('alpha').raw().toBuffer();
  const start = top * width;
  for (let offset = 0; offset < coverage.length; offset++) {
    const alpha = coverage[offset] ?? 0;
    if (alpha > 0) pixels[start + offset] = Math.round((alpha / 255) * inkSteps);
  }
}

function nearest(colour: Colour): number {
  const distances = palette.map((each) => Math.hypot(...each.map((part, index) => part - (colour[index] ?? 0))));
  return distances.indexOf(Math.min(...distances));
}

/** A colour between two others, given as `#rrggbb` or `#rgb`. */
function blend(from: string, to: string, part: number): Colour {
  const channels = (colour: string) => Buffer.from(colour.replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3').slice(1), 'hex');
  const [red = 0, green = 0, blue = 0] = [...channels(from)].map((value, index) =>
    Math.round(value + ((channels(to)[index] ?? 0) - value) * part),
  );
  return [red, green, blue];
}
