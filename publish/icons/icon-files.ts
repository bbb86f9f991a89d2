import sharp from 'sharp';
import { siteIcons } from '#lib/metadata/web-manifest.ts';
import type { FilePath } from '../hosts/site-files.ts';

/** The icon that browsers without SVG icons, and programs other than browsers, request without a link (HTML, link type “icon”). */
const faviconPath: FilePath = '/favicon.ico';

/** Sizes in it: tabs, tabs of fine screens, Windows shortcuts. */
const faviconSizes = [16, 32, 48];

/**
 * Makes the icons of the site from its drawing. The same drawing gives the same bytes.
 * @param svg a square drawing whose background fills it
 */
export async function iconFiles(svg: string): Promise<ReadonlyMap<FilePath, Buffer>> {
  const icons = siteIcons.map(
    async ({ path, size, drawing }): Promise<[FilePath, Buffer]> => [path, await iconOf(svg, size, drawing)],
  );
  const favicon = await Promise.all(faviconSizes.map((size) => iconOf(svg, size, 1)));
  return new Map([[faviconPath, icoOf(favicon)], ...(await Promise.all(icons))]);
}

/** Draws the icon in a size. The colour of its edge continues outwards. */
function iconOf(svg: string, size: number, drawing: number): Promise<Buffer> {
  const border = Math.round((size * (1 - drawing)) / 2);
  const inner = size - 2 * border;
  const sized = svg.replace('<svg ', `<svg width="${inner}" height="${inner}" `);
  return sharp(Buffer.from(sized))
    .extend({ top: border, bottom: border, left: border, right: border, extendWith: 'copy' })
    .png({ compressionLevel: 9 })
    .toBuffer();
}

const headerLength = 6;
const entryLength = 16;

/**
 * Writes an ICO file: a header, an entry for each picture, and the pictures (Microsoft, “Icons”; PNG since Windows Vista).
 * @param pictures square PNG files of 8 bits per channel with transparency, of at most 256 pixels
 */
function icoOf(pictures: readonly Buffer[]): Buffer {
  const header = Buffer.alloc(headerLength + pictures.length * entryLength);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pictures.length, 4);
  let offset = header.length;
  for (const [index, picture] of pictures.entries()) {
    const entry = headerLength + index * entryLength;
    header[entry] = picture.readUInt32BE(16);
    header[entry + 1] = picture.readUInt32BE(20);
    header.writeUInt16LE(1, entry + 4);
    header.writeUInt16LE(32, entry + 6);
    header.writeUInt32LE(picture.length, entry + 8);
    header.writeUInt32LE(offset, entry + 12);
    offset += picture.length;
  }
  return Buffer.concat([header, ...pictures]);
}
