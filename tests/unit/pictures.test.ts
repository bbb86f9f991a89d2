import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import sharp from 'sharp';
import { expect, describe as group, test } from 'vitest';
import { typeOf } from '#gate/files/file-type.ts';
import { readPictures } from '#gate/read/beside.ts';
import { encode } from '#lib/pictures/encode.ts';
import { phoneWidthOf, pictureFormats, placeOf, variantsOf, widthsOf } from '#lib/pictures/pictures.ts';

const fixture = (name: string) => path.resolve(import.meta.dirname, '../fixtures/pictures', name);

/** The start of the SHA-256 of `photo.png` in 400 pixels, made with sharp 0.35.5 on another machine. */
const recorded = {
  avif: 'fb10cd0879ee56db',
  webp: 'b5c3178305e3541d',
  jpg: 'ab71e68f66cf3f59',
  png: '159868d4a90eb865',
};

group('the widths of a picture', () => {
  const size = fc.record({
    width: fc.integer({ min: 1, max: 9000 }),
    height: fc.integer({ min: 1, max: 9000 }),
    isWide: fc.boolean(),
  });

  test('ascend, never enlarge the picture, and end at two pixels for each CSS pixel of its place', () => {
    fc.assert(
      fc.property(size, (picture) => {
        const widths = widthsOf(picture);
        expect(widths).toEqual([...new Set(widths)].sort((a, b) => a - b));
        expect(widths.at(-1)).toBe(Math.min(picture.width, 2 * placeOf(picture).width));
      }),
    );
  });

  test('include the one that a telephone loads', () => {
    fc.assert(
      fc.property(size, (picture) => {
        expect(widthsOf(picture)).toContain(phoneWidthOf(picture));
      }),
    );
  });

  test('give two pictures beside a page different paths when only their extensions differ', () => {
    const paths = ['a.jpg', 'a.png'].flatMap((name) =>
      Object.values(
        variantsOf('about', {
          file: `content/pages/about/${name}`,
          width: 800,
          height: 500,
          isWide: false,
          isDrawing: name === 'a.png',
        }),
      ).flat(),
    );
    expect(new Set(paths.map((each) => each.path)).size).toBe(paths.length);
  });
});

group('a form of a picture', () => {
  test.for(pictureFormats)('has the same bytes as on any other machine, as %s', async (format) => {
    const bytes = await encode(fixture('photo.png'), 400, format);
    expect(createHash('sha256').update(bytes).digest('hex').slice(0, 16)).toBe(recorded[format]);
  });

  test('is made by one thread: more give other bytes, as many as the machine has', () => {
    expect(sharp.concurrency()).toBe(1);
  });

  test.for(['broken.jpg', 'bomb.png'])('is refused for %s', async (name) => {
    await expect(encode(fixture(name), 400, 'webp')).rejects.toThrow();
  });
});

group('the gate', () => {
  test.for([
    ['photo.jpg', 'jpeg'],
    ['photo.png', 'png'],
    ['photo.webp', 'webp'],
    ['photo.avif', 'avif'],
    ['moving.gif', 'gif'],
    ['markup.jpg', 'html'],
    ['polyglot.jpg', 'jpeg'],
  ] as const)('knows the type of %s by its content', ([name, type]) => {
    expect(typeOf(readFileSync(fixture(name)))).toBe(type);
  });

  test('weighs a picture as it is published', async () => {
    const [facts] = readPictures([fixture('photo.jpg')]);
    const { length } = await encode(fixture('photo.jpg'), 800, 'webp');
    expect(facts).toEqual({
      kind: 'picture',
      type: 'jpeg',
      width: 1280,
      height: 800,
      weight: length,
      isDrawing: false,
      hasWords: false,
    });
  });

  test.for([
    ['poster.png', true],
    ['photo.jpg', false],
    ['noise.jpg', false],
    ['cmyk.jpg', false],
  ] as const)('notices lines of words in %s: %s', ([name, hasWords]) => {
    expect(readPictures([fixture(name)])).toMatchObject([{ hasWords }]);
  });

  test.for([
    ['transparent.png', true],
    ['poster.png', true],
    ['photo.jpg', false],
  ] as const)('takes %s for a drawing: %s', ([name, isDrawing]) => {
    expect(readPictures([fixture(name)])).toMatchObject([{ isDrawing }]);
  });
});
