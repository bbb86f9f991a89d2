import { readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, describe as group, test } from 'vitest';
import { loadSite } from '#gate/load.ts';
import { languages } from '#lib/languages/languages.ts';
import { pageOf, type Site, twinOf } from '#lib/site/site.ts';
import { addLongContent, longPage, manyUnits } from './long-content.ts';
import { addPictures, pagesWithPictures, shownPictures } from './pages-with-pictures.ts';
import { addParts, pagesWithParts, secret } from './parts-content.ts';
import { build, copyProject, hashesOf, type Run } from './project-copy.ts';

/*
 * The site with everything that editors may publish and the real content does not have yet: pictures of every format and orientation,
 * a long page, a large directory, quotations, footnotes and tables. It is built once, then tested as the site itself is.
 */

const copy = copyProject('fixture-site');
const out = (file: string) => path.join(copy.root, 'out', file);
let run: Run;
let site: Site;

beforeAll(async () => {
  await addPictures(copy);
  await addLongContent(copy);
  await addParts(copy);
  run = await copy.run(build);
  const loaded = loadSite({ root: copy.root, languages, drafts: false });
  if (!loaded.site) throw new Error(run.output);
  site = loaded.site;
});
afterAll(() => copy.remove());

/** The `<figure>` elements of a page, by the name of the picture. */
function figuresOn(key: string): Map<string, string> {
  const [language] = languages;
  const { path: pagePath } = twinOf(pageOf(site, key), language?.code ?? '');
  const html = readFileSync(out(`site${pagePath}.html`), 'utf8');
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

test('the fixture site is built with all pictures', () => {
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

group('what is longer than a round trip', () => {
  const directory = () => site.directory ?? '';
  const firstAnswerOf = (key: string, code: string): number => {
    const { pages } = JSON.parse(readFileSync(out('report.json'), 'utf8'));
    const { path: pagePath } = twinOf(pageOf(site, key), code);
    return pages.find((page: { path: string }) => page.path === pagePath).firstAnswer;
  };
  const textOf = (key: string, code: string) =>
    readFileSync(out(`site${twinOf(pageOf(site, key), code).path}.html`), 'utf8').replace(/<[^>]*>/g, ' ');

  test.for(languages)('is a page of ten thousand words, published in full: $code', ({ code }) => {
    expect(textOf(longPage, code).split(/\s+/).length).toBeGreaterThan(10_000);
    expect(firstAnswerOf(longPage, code)).toBeGreaterThan(14_000);
  });

  test.for(languages)('is a directory of sixty units, published in full: $code', ({ code }) => {
    const html = readFileSync(out(`site${twinOf(pageOf(site, directory()), code).path}.html`), 'utf8');
    expect(new Set(html.match(/mailto:[a-z]+um@/g)).size).toBe(manyUnits);
    expect(firstAnswerOf(directory(), code)).toBeGreaterThan(14_000);
  });

  test('has a warning of the gate, and so has nothing else', () => {
    const long = loadSite({ root: copy.root, languages, drafts: false }).findings.filter(({ code }) => code === 'C260');
    expect(new Set(long.map(({ file }) => file.split('/').slice(2, -1).join('/')))).toEqual(
      new Set([longPage, directory()]),
    );
    expect(long).toHaveLength(2 * languages.length);
  });
});

group('footnotes, tables and notes to editors', () => {
  const pagesOf = (key: string) =>
    languages.map(({ code }) => readFileSync(out(`site${twinOf(pageOf(site, key), code).path}.html`), 'utf8'));

  test.for(pagesWithParts)('have a way back from each footnote to each mention: %s', (key) => {
    for (const html of pagesOf(key)) {
      const ways = [...html.matchAll(/<a [^>]*href="#(note_[\d_]+)"[^>]*>/g)].map(([, id]) => id);
      expect(ways.toSorted()).toEqual(['note_1', 'note_1', 'note_1_1', 'note_1_2', 'note_2', 'note_2_1']);
      for (const id of ways) expect(html.split(`id="${id}"`)).toHaveLength(2);
    }
  });

  test.for(pagesWithParts)(
    'frame the table of five columns, by the name of its headers, and not that of two: %s',
    (key) => {
      for (const html of pagesOf(key)) {
        const frames = [...html.matchAll(/<div class="table-frame[^>]*aria-label="([^"]*)" tabindex="0"><table>/gi)];
        expect(frames.map(([, name = '']) => name.split(', ').length)).toEqual([5]);
        expect(html.match(/<table>/g)).toHaveLength(2);
      }
    },
  );

  test('publish no note of an editor, in any file', () => {
    const files = [...hashesOf(path.join(copy.root, 'out')).keys()];
    expect(files.filter((file) => readFileSync(out(file), 'latin1').includes(secret))).toEqual([]);
    expect(copy.read('content/pages/legal/nl.mdx')).toContain(secret);
  });
});

test('axe finds no barrier on the pages with all of it, narrow or wide, light or dark', async () => {
  const paths = [...pagesWithPictures, ...pagesWithParts].flatMap((key) =>
    languages.map(({ code }) => twinOf(pageOf(site, key), code).path),
  );
  const { code, output } = await copy.run(
    [
      'node_modules/@playwright/test/cli.js',
      'test',
      '--project=e2e',
      'tests/e2e/barriers.spec.ts',
      '-g',
      `open or closed (${paths.join('|')})$`,
    ],
    { TEST_PORT: String(Number(process.env['TEST_PORT'] ?? 3900) + 40) },
  );
  expect(code, output).toBe(0);
  expect(output).toContain(`${new Set(paths).size} passed`);
});

test('the fixture site passes the tests of published pages', async () => {
  const names = [
    'files',
    'html',
    'languages',
    'links',
    'markdown',
    'policy',
    'preview-cards',
    'report',
    'scripts',
    'search',
    'structured-data',
  ];
  const files = names.map((name) => `tests/published/${name}.test.ts`);
  const { code, output } = await copy.run(
    ['node_modules/vitest/vitest.mjs', 'run', '--project', 'published', ...files],
    {
      NODE_ENV: 'test',
    },
  );
  expect(code, output).toBe(0);
});
