import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import sharp from 'sharp';
import { encode, maximumPixels } from '#lib/pictures/encode.ts';
import { phoneWidthOf } from '#lib/pictures/pictures.ts';
import { isAnimated, typeOf } from '../files/file-type.ts';
import { type PictureFacts, publishedTypes } from './facts.ts';

/*
 * The program that opens the pictures of editors, in a process of its own (`gate/read/beside.ts`). It reads a JSON list of absolute paths
 * from standard input and writes the facts about each to standard output.
 */

// Only the decoders of published types: the others are a risk without a use.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp', 'VipsForeignLoadHeif'],
});

async function inspect(file: string): Promise<PictureFacts> {
  const bytes = readFileSync(file);
  const type = typeOf(bytes);
  if (!publishedTypes[type]) return { kind: 'type', type };
  if (isAnimated(bytes, type)) return { kind: 'animated' };
  try {
    const { autoOrient, pages = 1 } = await sharp(file, { limitInputPixels: false }).metadata();
    if (pages > 1) return { kind: 'animated' };
    const { width, height } = autoOrient;
    if (width * height > maximumPixels) return { kind: 'pixels' };
    // Decodes the whole picture, so a damaged one fails here and not in the build.
    const { length } = await encode(file, phoneWidthOf({ width, height }), 'webp');
    const { isOpaque } = await sharp(file).stats();
    const greys = await greysOf(file);
    return {
      kind: 'picture',
      type,
      width,
      height,
      weight: length,
      isDrawing: !isOpaque || (type === 'png' && isEven(greys)),
      hasWords: seemsToContainWords(greys),
    };
  } catch {
    return { kind: 'broken' };
  }
}

async function greysOf(file: string): Promise<Greys> {
  const { data, info } = await sharp(file)
    .autoOrient()
    .resize({ width: lookedAt, height: lookedAt, fit: 'inside', kernel: 'linear', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** The lightness of a picture: one byte per pixel, row by row. */
export interface Greys {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** The longest side in pixels at which pictures are looked at. */
export const lookedAt = 1000;

/** How much a stroke is darker or lighter than what is beside it, of 255; and how alike both sides are. */
const contrast = 60;
const alike = 10;

/** The widest stroke of a letter, in pixels. */
const widestStroke = 14;

/** Strokes in a row of pixels that may be a row through letters; and in one that may be between two lines. */
const manyStrokes = 10;

/** Heights of a line of letters, in pixels. */
const line = { least: 4, most: 60 };

/** Lines that make a picture one with words. */
const fewestLines = 3;

/**
 * Whether a picture seems to contain lines of words, such as a screenshot or a poster: bands of thin strokes on an even ground, with
 * bands without strokes between them. A photograph has no ground as even as that. It reads nothing: a word or two stay unseen.
 */
export function seemsToContainWords({ data, width, height }: Greys): boolean {
  let lines = 0;
  let band = 0;
  for (let row = 0; row <= height; row++) {
    if (row < height && strokesIn(data.subarray(row * width, (row + 1) * width)) >= manyStrokes) {
      band++;
      continue;
    }
    if (band >= line.least && band <= line.most) lines++;
    band = 0;
  }
  return lines >= fewestLines;
}

/** The number of thin strokes in a row of pixels with the same even ground on both sides. */
function strokesIn(row: Uint8Array): number {
  let strokes = 0;
  for (let start = 2; start < row.length - 2; start++) {
    const ground = row[start - 1] ?? 0;
    if (Math.abs(ground - (row[start] ?? 0)) <= alike || Math.abs(ground - (row[start - 2] ?? 0)) > alike) continue;
    let [end, deepest] = [start, 0];
    while (end < row.length - 1 && end - start < widestStroke && Math.abs((row[end] ?? 0) - ground) > alike) {
      deepest = Math.max(deepest, Math.abs((row[end] ?? 0) - ground));
      end++;
    }
    const isStroke =
      deepest >= contrast && end - start < widestStroke && Math.abs((row[end] ?? 0) - (row[end + 1] ?? 0)) <= alike;
    if (isStroke) strokes++;
    start = end;
  }
  return strokes;
}

/** Whether most pixels are exactly as light as their neighbour: a drawing, a chart or a screenshot. Photographs are grainy. */
export function isEven({ data }: Greys): boolean {
  const even = data.reduce((sum, value, index) => sum + (value === data[index + 1] ? 1 : 0), 0);
  return even > data.length * 0.7;
}

// After all constants that it needs.
const files = JSON.parse(await text(process.stdin)) as string[];
const facts: PictureFacts[] = [];
for (const file of files) facts.push(await inspect(file));
process.stdout.write(JSON.stringify(facts));
