import { readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { cardSize } from '#lib/metadata/preview-card.ts';
import { type Lettering, letteringIn } from './lettering.ts';
import { setTitle } from './title-lines.ts';

/** The words on a preview card. */
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
  flag: ['#000', '#fdda24', '#ef3340'],
};

const margin = 72;
const hairline = 12;
/** Where the title ends: on the line that the façade is built on. */
const ground = 456;
const plate = 92;
const title = { width: cardSize.width - 2 * margin, height: 330, largest: 150, lineHeight: 1.06 };
/** Distance from the last base line of the title to the ground. */
const aboveGround = 52;

/**
 * Loads the fonts and the house number once.
 * @param folder absolute path of the folder with the fonts and the icon
 * @returns a function that draws a card as PNG. The same words give the same bytes.
 */
export async function cardPainter(folder: string): Promise<(words: CardWords) => Promise<Buffer>> {
  const fonts = path.join(folder, 'fonts');
  const type = {
    title: await letteringIn(path.join(fonts, 'newsreader.woff2'), -0.018),
    name: await letteringIn(path.join(fonts, 'newsreader.woff2'), -0.008),
    kind: await letteringIn(path.join(fonts, 'radio-canada.woff2'), -0.004),
  };
  const icon = readFileSync(path.join(folder, 'icon.svg'), 'utf8');
  return (words) =>
    sharp(Buffer.from(drawingOf(words, type, icon)))
      // Few colours, and no dots between them: the file stays small, and lines stay sharp.
      .png({ palette: true, colours: 16, dither: 0, effort: 1 })
      .toBuffer();
}

/** The card as SVG: hairline, title on the ground line, house number and name of the organisation. */
function drawingOf(
  words: CardWords,
  type: Readonly<Record<'title' | 'name' | 'kind', Lettering>>,
  icon: string,
): string {
  const { width, height } = cardSize;
  const { lines, size } = setTitle(words.title, title, type.title.widthOf);
  const baseline = (line: number) =>
    ground - aboveGround - (lines.length - 1 - line) * size * title.lineHeight;
  const top = ground + (height - ground - plate) / 2;
  const left = margin + plate + 28;
  const middle = top + plate / 2;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
<rect width="100%" height="100%" fill="${colours.paper}"/>
${colours.flag.map((fill, part) => `<rect x="${(part * width) / 3}" width="${width / 3}" height="${hairline}" fill="${fill}"/>`).join('')}
<g fill="${colours.ink}"><rect y="${ground}" width="100%" height="3"/>
${lines.map((line, index) => type.title.outlinesOf(line, size, margin - size * 0.03, baseline(index))).join('')}
${words.name === null ? '' : type.name.outlinesOf(words.name, 46, left, middle + 34)}</g>
<g fill="${colours.soft}">${type.kind.outlinesOf(words.kind, 30, left, words.name === null ? middle + 10 : middle - 17)}</g>
${icon.replace('<svg ', `<svg x="${margin}" y="${top}" width="${plate}" height="${plate}" `)}
</svg>`;
}
