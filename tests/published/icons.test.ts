import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { languageOf, languages } from '#lib/languages/languages.ts';
import { touchIcon, webManifestPath } from '#lib/metadata/web-manifest.ts';
import { publishedPages } from '../published-site.ts';
import { attributeOf, elementsOf, relOf } from './document.ts';
import { choice, documentAt, documents, notFound, pages, siteFiles } from './site.ts';

const blue = [35, 48, 140];
const fileAt = (path: string) => siteFiles.get(path) ?? Buffer.alloc(0);

/** The pixels of a picture as [red, green, blue, alpha], by row. */
async function pixelsOf(bytes: Buffer) {
  const { data, info } = await sharp(bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => [...data.subarray(4 * (y * info.width + x)).subarray(0, 4)];
  return { ...info, at };
}

describe('favicon.ico', () => {
  const ico = fileAt('/favicon.ico');
  const entries = Array.from({ length: ico.readUInt16LE(4) }, (_, index) => {
    const entry = ico.subarray(6 + 16 * index, 22 + 16 * index);
    const start = entry.readUInt32LE(12);
    return { size: entry[0], height: entry[1], bytes: ico.subarray(start, start + entry.readUInt32LE(8)) };
  });

  it('contains the icon in 16, 32 and 48 pixels, and nothing else', async () => {
    expect([ico.readUInt16LE(0), ico.readUInt16LE(2)]).toEqual([0, 1]);
    expect(entries.map(({ size, height }) => [size, height])).toEqual([
      [16, 16],
      [32, 32],
      [48, 48],
    ]);
    const pictures = entries.reduce((sum, { bytes }) => sum + bytes.length, 0);
    expect(6 + 16 * entries.length + pictures).toBe(ico.length);
    for (const { size, bytes } of entries) {
      const { format, width, channels } = await sharp(bytes).metadata();
      expect({ format, width, channels }).toEqual({ format: 'png', width: size, channels: 4 });
    }
  });

  it('shows white figures on the blue of the plate in every size', async () => {
    for (const { bytes } of entries) {
      const { at, width } = await pixelsOf(bytes);
      const all = Array.from({ length: width * width }, (_, index) => at(index % width, (index / width) | 0));
      expect(at(0, 0)).toEqual([...blue, 255]);
      expect(all.some(([red = 0]) => red > 230)).toBe(true);
    }
  });
});

describe('The icons for home screens', () => {
  it('include one of 180 pixels without transparency where iOS looks for it', async () => {
    const { at, width, height } = await pixelsOf(fileAt(touchIcon.path));
    expect([width, height]).toEqual([180, 180]);
    for (const [x, y] of [
      [0, 0],
      [179, 0],
      [0, 179],
      [179, 179],
    ] as const) {
      expect(at(x, y)).toEqual([...blue, 255]);
    }
  });
});

describe.each(languages)('The web manifest in $name', (language) => {
  const path = webManifestPath(language);
  const manifest = JSON.parse(fileAt(path).toString());

  it('has the language, the names of the organisation and the home page of the language', () => {
    const home = publishedPages.find(({ page, twin }) => page.key === 'home' && twin.language === language.code);
    expect(manifest).toMatchObject({ lang: language.tag, start_url: home?.path, display: 'browser' });
    expect(manifest.short_name.length).toBeLessThanOrEqual(12);
    expect(manifest.name).toContain(manifest.short_name);
  });

  it('names icons of 192 and 512 pixels that exist as it describes them', async () => {
    expect(manifest.icons.map(({ sizes, purpose }: Record<string, string>) => `${purpose} ${sizes}`)).toEqual([
      'any 192x192',
      'any 512x512',
      'maskable 512x512',
    ]);
    for (const { src, sizes, type } of manifest.icons) {
      const { format, width, height } = await sharp(fileAt(src)).metadata();
      expect(`image/${format} ${width}x${height}`, src).toBe(`${type} ${sizes}`);
    }
  });

  it('has a maskable icon whose figures are inside the safe zone', async () => {
    const { src } = manifest.icons.find(({ purpose }: { purpose: string }) => purpose === 'maskable');
    const { at, width } = await pixelsOf(fileAt(src));
    const middle = width / 2;
    const outside: string[] = [];
    let inside = 0;
    for (let y = 0; y < width; y++) {
      for (let x = 0; x < width; x++) {
        if ((at(x, y)[0] ?? 0) < 128) continue;
        if (Math.hypot(x - middle, y - middle) > width * 0.4) outside.push(`${x},${y}`);
        else inside++;
      }
    }
    expect(outside).toEqual([]);
    expect(inside).toBeGreaterThan(1000);
  });

  it('is linked from the pages of its language and from no other document', () => {
    const linking = documents.filter(({ tree }) =>
      elementsOf(tree, 'link').some((link) => relOf(link).includes('manifest') && attributeOf(link, 'href') === path),
    );
    const own = publishedPages.filter(({ twin }) => languageOf(twin.language) === language);
    expect(linking.map(({ path }) => path).sort()).toEqual(own.map(({ path }) => path).sort());
  });
});

describe('Telephone numbers', () => {
  it('are links only where the site makes them: no document lets iOS guess', () => {
    for (const { path, tree } of [choice, ...pages, notFound]) {
      const detection = elementsOf(tree, 'meta').filter((meta) => attributeOf(meta, 'name') === 'format-detection');
      expect
        .soft(
          detection.map((meta) => attributeOf(meta, 'content')),
          path,
        )
        .toEqual(['telephone=no']);
    }
  });

  it('stay links on the contact pages', () => {
    for (const { page, path } of publishedPages) {
      if (page.key !== 'contact') continue;
      const links = elementsOf(documentAt(path).tree, 'a').map((link) => attributeOf(link, 'href') ?? '');
      expect(
        links.filter((href) => href.startsWith('tel:+')),
        path,
      ).not.toEqual([]);
    }
  });
});
