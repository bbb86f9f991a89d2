import { readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { expect, describe as group, test } from 'vitest';
import { hashesOf } from '../build/project-copy.ts';
import { pagesWithPictures, shownPictures } from './content/pictures.ts';
import { out, pagesOf, pathsOf, report, root } from './site.ts';

/* Pictures of every format, orientation and colour space, as they are published. */

/** The `<figure>` elements of a page, by the name of the picture. */
function figuresOn(key: string): Map<string, string> {
  const [html = ''] = pagesOf(key);
  const figures = [...html.matchAll(/<figure[\s\S]*?<\/figure>/g)]
    .map(([figure]) => figure)
    // A quotation is a figure too.
    .filter((figure) => figure.includes('<img'));
  return new Map(figures.map((figure, index) => [shownPictures[index] ?? '', figure]));
}

/** The files of a figure with the widths that it says they have. */
const sourcesOf = (figure: string) =>
  [...figure.matchAll(/(\/assets\/[\w.-]+) (\d+)w/g)].map(([, file = '', width]) => [file, Number(width)] as const);

const opened = (file: string) => sharp(out(`site${file}`));

test('every picture is on its page', () => {
  expect([...figuresOn('about').keys()]).toEqual([...shownPictures]);
  expect(figuresOn('legal').size).toBe(2);
});

group('the pictures of a page', () => {
  test.for(shownPictures)('are as wide as their page says, and upright: %s', async (name) => {
    const figure = figuresOn('about').get(name) ?? '';
    const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(figure) ?? [];
    const sources = sourcesOf(figure);
    expect(sources.length).toBeGreaterThanOrEqual(4);
    for (const [file, wanted] of sources) {
      const { width: found = 0, height: foundHeight = 0, orientation } = await opened(file).metadata();
      expect(found).toBe(wanted);
      expect(orientation).toBeUndefined();
      expect(foundHeight / found).toBeCloseTo(Number(height) / Number(width), 1);
    }
  });

  test('have no metadata, no alpha channel and no profile', async () => {
    for (const figure of figuresOn('about').values()) {
      for (const [file] of sourcesOf(figure)) {
        const { exif, xmp, iptc, icc, hasAlpha, space } = await opened(file).metadata();
        expect({ exif, xmp, iptc, icc, hasAlpha, space }).toEqual({ hasAlpha: false, space: 'srgb' });
      }
    }
  });

  test.for([
    ['turned.jpg', 'a camera held upright', [239, 51, 64]],
    ['cmyk.jpg', 'a printing press', [239, 51, 64]],
    ['p3.png', 'a wide gamut', [255, 0, 0]],
    ['transparent.png', 'nothing but transparency', [255, 255, 255]],
  ] as const)('keep the colours and the corner of %s, from %s', async ([name, , wanted]) => {
    const [, file = ''] = / src="([^"]+)"/.exec(figuresOn('about').get(name) ?? '') ?? [];
    const corner = await opened(file).extract({ left: 4, top: 4, width: 8, height: 8 }).resize(1).raw().toBuffer();
    const differences = wanted.map((value, channel) => Math.abs((corner[channel] ?? 0) - value));
    // No press prints the red of a screen.
    expect(Math.max(...differences)).toBeLessThan(32);
  });

  test('carry nothing that was hidden in the files of editors', () => {
    const files = [...hashesOf(out('site')).keys()];
    expect(files.some((file) => file.endsWith('.avif'))).toBe(true);
    const published = files.map((file) => [file, readFileSync(out(`site/${file}`), 'latin1')] as const);
    expect(published.filter(([, text]) => text.includes('CANARY')).map(([file]) => file)).toEqual([]);
    const original = readFileSync(path.join(root, 'content/pages/about/gps.jpg'), 'latin1');
    expect(original).toContain('CANARY');
  });

  test('weigh what the report says, and nothing of it is in the first answer', () => {
    for (const key of pagesWithPictures) {
      const phone = [...figuresOn(key).values()].map(
        (figure) => sourcesOf(figure).find(([file, width]) => /webp$/.test(file) && width >= 640)?.[0] ?? '',
      );
      const bytes = [...new Set(phone)].map((file) => readFileSync(out(`site${file}`)).length);
      const weight = report.pages.find((page) => page.path === pathsOf(key)[0]);
      if (!weight) throw new Error(`"${key}" is not weighed.`);
      expect(weight.pictures).toBe(bytes.reduce((sum, each) => sum + each, 0));
      expect(weight.total).toBe(weight.firstAnswer + weight.fonts + weight.script);
    }
  });
});
