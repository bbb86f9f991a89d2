import { promisify } from 'node:util';
import { crc32, deflate } from 'node:zlib';

const toZlib = promisify(deflate);

/** A colour: red, green and blue from 0 to 255. */
export type Colour = readonly [number, number, number];

/**
 * Writes a PNG of up to 16 colours with four bits per pixel (PNG, 11.2.1 and 11.2.2). Libraries derive a palette from the pixels, which
 * takes longer than drawing them.
 * @param pixels an index into the palette for each pixel, row by row
 * @param width of a row in pixels, even
 */
export async function indexedPng(pixels: Uint8Array, width: number, palette: readonly Colour[]): Promise<Buffer> {
  const height = pixels.length / width;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Four bits per pixel, each an index.
  header[8] = 4;
  header[9] = 3;
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', await toZlib(packed(pixels, width))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Two pixels per byte, and before each row a zero: it is not filtered. */
function packed(pixels: Uint8Array, width: number): Buffer {
  const rowLength = 1 + width / 2;
  const rows = Buffer.alloc((pixels.length / width) * rowLength);
  for (let from = 0, to = 0; from < pixels.length; from += 2) {
    if (from % width === 0) to++;
    rows[to++] = ((pixels[from] ?? 0) << 4) | (pixels[from + 1] ?? 0);
  }
  return rows;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
