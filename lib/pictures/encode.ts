import sharp, { type ResizeOptions, type Sharp } from 'sharp';
import { cardSize } from '../metadata/preview-card.ts';
import type { PictureFormat } from './pictures.ts';

/** The largest picture that is decoded, in pixels: more than any camera of today makes. */
export const maximumPixels = 100_000_000;

// The encoder of AVIF cuts a picture into one part per thread, so more threads would give other bytes on another machine.
sharp.concurrency(1);

/** How each format is written. The qualities look alike; small text in a picture stays legible (4:4:4, smart subsampling). */
const writers: Readonly<Record<PictureFormat, (image: Sharp) => Sharp>> = {
  avif: (image) => image.avif({ quality: 55, effort: 3, chromaSubsampling: '4:4:4' }),
  webp: (image) => image.webp({ quality: 78, effort: 4, smartSubsample: true }),
  jpg: (image) => image.jpeg({ quality: 78, mozjpeg: true }),
  png: (image) => image.png({ palette: true, effort: 10 }),
};

/**
 * Makes one form of a picture: upright, in sRGB, on white where it is transparent, without any metadata. The same file gives the same
 * bytes with the same version of sharp.
 * @throws Error when the file is damaged or has too many pixels
 */
export function encode(file: string, width: number, format: PictureFormat): Promise<Buffer> {
  return encodeAs(format, file, { width });
}

/**
 * Cuts a picture to the size of a preview card, around what draws the eye, as JPEG.
 * @throws Error as `encode` does
 */
export function encodeCard(file: string): Promise<Buffer> {
  return encodeAs('jpg', file, { ...cardSize, fit: 'cover', position: 'attention' });
}

function encodeAs(format: PictureFormat, file: string, size: ResizeOptions): Promise<Buffer> {
  const image = sharp(file, { limitInputPixels: maximumPixels, failOn: 'warning' })
    .autoOrient()
    .resize(size)
    .flatten({ background: '#fff' })
    .toColourspace('srgb');
  return writers[format](image).toBuffer();
}
