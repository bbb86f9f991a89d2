import { readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, describe as group, test } from 'vitest';
import { loadSite } from '#gate/load.ts';
import { languages } from '#lib/languages/languages.ts';
import { pageOf, type Site, twinOf } from '#lib/site/site.ts';
import { addPictures, pagesWithPictures, shownPictures } from './pages-with-pictures.ts';
import { build, copyProject, hashesOf, type Run } from './project-copy.ts';

/* A site with pictures of every format and orientation, built and then tested as the site itself is. */

const copy = copyProject('pictures');
const out = (file: string) => path.join(copy.root, 'out', file);
let run: Run;
let site: Site;

beforeAll(async () => {
  await addPictures(copy);
  run = await copy.run(build);
  const loaded = loadSite({ root: copy.root, languages, drafts: false });
  if (!loaded.site) throw new Error('The content with pictures has findings.');
  site = loaded.site;
});
afterAll(() => copy.remove());

/** The `<figure>` elements of a page, by the name of the picture. */
function figuresOn(key: string): Map<string, string> {
  const [language] = languages;
  const { path: pagePath } = twinOf(pageOf(site, key), language?.code ?? '');
  const html = readFileSync(out(`site${pagePath}.html`), 'utf8');
  const figures = [...html.matchAll(/<figure[\s\S]*?<\/figure>/g)].map(([figure]) => figure);
  return new Map(figures.map((figure, index) => [shownPictures[index] ?? '', figure]));
}

/** The files of a figure with the widths that it says they have. */
const sourcesOf = (figure: string) =>
  [...figure.matchAll(/(\/assets\/[\w.-]+) (\d+)w/g)].map(([, file = '', width]) => [file, Number(width)] as const);

const opened = (file: string) => sharp(out(`site${file}`));

test('the site is built with all pictures', () => {
  expect(run.code, run.output).toBe(0);
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
    const original = readFileSync(path.join(copy.root, 'content/pages/about/gps.jpg'), 'latin1');
    expect(original).toContain('CANARY');
  });

  test('weigh what the report says, and nothing of it is in the first answer', () => {
    const { pages } = JSON.parse(readFileSync(out('report.json'), 'utf8'));
    for (const key of pagesWithPictures) {
      const phone = [...figuresOn(key).values()].map(
        (figure) => sourcesOf(figure).find(([file, width]) => /webp$/.test(file) && width >= 640)?.[0] ?? '',
      );
      const bytes = [...new Set(phone)].map((file) => readFileSync(out(`site${file}`)).length);
      const { path: pagePath } = twinOf(pageOf(site, key), languages[0]?.code ?? '');
      const weight = pages.find((page: { path: string }) => page.path === pagePath);
      expect(weight.pictures).toBe(bytes.reduce((sum, each) => sum + each, 0));
      expect(weight.total).toBe(weight.firstAnswer + weight.fonts + weight.script);
    }
  });
});

test('the site with pictures passes the tests of published pages', async () => {
  const names = ['files', 'html', 'languages', 'links', 'markdown', 'policy', 'scripts', 'search', 'structured-data'];
  const files = names.map((name) => `tests/published/${name}.test.ts`);
  const { code, output } = await copy.run(
    ['node_modules/vitest/vitest.mjs', 'run', '--project', 'published', ...files],
    {
      NODE_ENV: 'test',
    },
  );
  expect(code, output).toBe(0);
});
