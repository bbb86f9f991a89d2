import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import sharp from 'sharp';
import { encode, maximumPixels } from '#lib/pictures/encode.ts';
import { phoneWidthOf } from '#lib/pictures/pictures.ts';
import { isAnimated, typeOf } from '../files/file-type.ts';
import { type PictureFacts, publishedTypes } from './facts.ts';
import { type Greys, isEven, lookedAt, seemsToContainWords } from './find-words.ts';

/*
 * The program that opens the pictures of editors, in a process of its own (`read-pictures.ts`). It reads a JSON list of absolute paths
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

const files = JSON.parse(await text(process.stdin)) as string[];
const facts: PictureFacts[] = [];
for (const file of files) facts.push(await inspect(file));
process.stdout.write(JSON.stringify(facts));
