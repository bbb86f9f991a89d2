import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { inLanguage, languages } from '#lib/languages/languages.ts';
import { homeKey, type Page, pageOf } from '#lib/site/site.ts';
import { immutablePrefix } from '#publish/hosts/headers.ts';
import { choicePath, out, publishedPages, readHosting, site } from '../published-site.ts';
import {
  compressionFaults,
  type Entry,
  fingerprintFaults,
  hashOf,
  manifestFaults,
  unusedFonts,
} from './checks/files.ts';
import { subresourcesOf } from './checks/origin.ts';
import { stylesOf } from './checks/policy.ts';
import { robotsFaults, sitemapFaults } from './checks/sitemap.ts';
import { attributeOf, type Document, elementsOf, faultsIn, relOf } from './document.ts';
import { sample } from './sample.ts';
import { documents, type Files, siteFiles } from './site.ts';

const read = (file: string) => JSON.parse(readFileSync(path.join(out, file), 'utf8'));
const textOfFile = (file: string) => siteFiles.get(file)?.toString() ?? '';
const filesOf = (files: Record<string, string | Buffer>): Files =>
  new Map(Object.entries(files).map(([file, content]) => [file, Buffer.from(content)]));
const styleOf = (document: Document) => stylesOf(document)[0] ?? '';

describe('manifest.json', () => {
  const { files: entries } = read('manifest.json') as { files: Entry[] };

  it('lists exactly the files of the site, with their sizes and hashes', () => {
    expect(siteFiles.size).toBeGreaterThan(documents.length);
    expect(manifestFaults(entries, siteFiles)).toEqual([]);
  });

  const files = filesOf({ '/a.html': 'abc' });
  const entry = { path: '/a.html', bytes: 3, sha256: hashOf('abc'), type: 'text/html; charset=utf-8' };
  it.each<[string, Entry[]]>([
    ['/a.html is not listed', []],
    ['/b.html does not exist', [entry, { ...entry, path: '/b.html' }]],
    ['/a.html has 3 bytes, not 4', [{ ...entry, bytes: 4 }]],
    ['/a.html has another sha256', [{ ...entry, sha256: hashOf('abd') }]],
    ['/a.html has the type ""', [{ ...entry, type: '' }]],
    ['a file is listed twice', [entry, entry]],
  ])('fails the check when %s', (fault, listed) => {
    expect(manifestFaults([entry], files)).toEqual([]);
    expect(manifestFaults(listed, files)).toContain(fault);
  });
});

describe('The compressed forms', () => {
  it('exist for every text and decompress to it', () => {
    expect(compressionFaults(siteFiles)).toEqual([]);
  });

  it('fail the check when they are missing, different, broken or without a text', () => {
    const text = { '/a.txt': 'abc' };
    expect(compressionFaults(filesOf(text))).toEqual(['/a.txt has no .br', '/a.txt has no .gz']);
    expect(compressionFaults(filesOf({ ...text, '/a.txt.br': brotliCompressSync('abd') }))).toContain(
      '/a.txt.br is not /a.txt',
    );
    expect(compressionFaults(filesOf({ ...text, '/a.txt.gz': 'abc' }))).toContain('/a.txt.gz is not /a.txt');
    expect(compressionFaults(filesOf({ '/b.txt.br': '' }))).toEqual(['/b.txt.br has no text']);
    expect(compressionFaults(filesOf({ '/f.woff2': 'x', '/f.woff2.br': '' }))).toEqual(['/f.woff2.br has no text']);
  });
});

describe('Immutable files', () => {
  it('have the hash of their content in their name', () => {
    expect([...siteFiles.keys()].some((file) => file.startsWith(immutablePrefix))).toBe(true);
    expect(fingerprintFaults(siteFiles)).toEqual([]);
  });

  it('fail the check without a hash or with a wrong one', () => {
    const good = `/assets/f.${hashOf('abc').slice(0, 10)}.woff2`;
    expect(fingerprintFaults(filesOf({ [good]: 'abc' }))).toEqual([]);
    expect(fingerprintFaults(filesOf({ [good]: 'abd' }))).toEqual([`${good} has another hash than its content`]);
    expect(fingerprintFaults(filesOf({ '/assets/f.woff2': 'abc' }))).toEqual([
      '/assets/f.woff2 has no hash in its name',
    ]);
  });

  it('fail the check in a folder without a hash or with a wrong one', () => {
    const hash = hashOf(`a.js ${hashOf('abc')}\nb/c.json ${hashOf('def')}\n`).slice(0, 10);
    const folder = (name: string, files: Record<string, string>) =>
      filesOf(Object.fromEntries(Object.entries(files).map(([file, text]) => [`/assets/${name}/${file}`, text])));
    const files = { 'b/c.json': 'def', 'a.js': 'abc', 'a.js.br': 'x' };
    expect(fingerprintFaults(folder(`f.${hash}`, files))).toEqual([]);
    const fault = [`/assets/f.${hash}/ has another hash than its content`];
    expect(fingerprintFaults(folder(`f.${hash}`, { ...files, 'a.js': 'abd' }))).toEqual(fault);
    expect(fingerprintFaults(folder(`f.${hash}`, { ...files, 'd.js': '' }))).toEqual(fault);
    expect(fingerprintFaults(folder('f', files))).toEqual(['/assets/f/ has no hash in its name']);
  });
});

describe('The files that a page loads', () => {
  const preloadsIn = (tree: Parameters<typeof elementsOf>[0]) =>
    elementsOf(tree, 'link').filter((link) => relOf(link).includes('preload') && attributeOf(link, 'as') === 'font');
  const fontsOf = ({ tree }: Document) => preloadsIn(tree).map((link) => attributeOf(link, 'href') ?? '');

  it('exist', () => {
    const missing = documents.flatMap((document) =>
      subresourcesOf(document)
        .filter((pagePath) => !siteFiles.has(pagePath))
        .map((pagePath) => `${document.path}: ${pagePath}`),
    );
    expect(missing).toEqual([]);
    expect(siteFiles.has('/assets/lost.0123456789.woff2')).toBe(false);
  });

  it('exist where a header names them', () => {
    const namedIn = (headers: Readonly<Record<string, string>>) =>
      Object.values(headers).flatMap((value) => value.match(/(?<=")\/[^"]+(?=")/g) ?? []);
    expect(namedIn({ 'Speculation-Rules': '"/a.json", "/b.json"' })).toEqual(['/a.json', '/b.json']);
    expect(namedIn(readHosting().headers.always).filter((pagePath) => !siteFiles.has(pagePath))).toEqual([]);
  });

  it('include no preloaded font that the page does not use', () => {
    const unused = documents.flatMap((document) => unusedFonts(fontsOf(document), styleOf(document)));
    expect(unused).toEqual([]);
    expect(unusedFonts(['/assets/a.woff2'], '@font-face{src:url("/assets/b.woff2")}')).toEqual(['/assets/a.woff2']);
  });

  it('include fonts that are preloaded at the start of the body', () => {
    const fontFaults = ({ path, tree }: Document) => {
      const [body] = elementsOf(tree, 'body');
      const fonts = preloadsIn(tree);
      const first = body?.children.slice(0, fonts.length);
      return fonts.every((font, place) => font === first?.[place]) ? [] : [path];
    };
    expect(faultsIn(documents, fontFaults)).toEqual([]);
    expect(fontsOf(documents[0] as Document)).toHaveLength(2);
    const font = '<link rel="preload" href="/assets/a.woff2" as="font" crossorigin>';
    expect(fontFaults(sample('<p>Text', { head: font }))).toHaveLength(1);
    expect(fontFaults(sample(`<p>Text</p>${font}`))).toHaveLength(1);
  });
});

describe('sitemap.xml', () => {
  const alternatesOf = ({ key, twins }: Page) =>
    new Map([
      ...languages.map(({ code, tag }): [string, string] => [tag, site.origin + inLanguage(twins, code).path]),
      ...(key === homeKey ? [['x-default', site.origin + choicePath] as [string, string]] : []),
    ]);
  const home = pageOf(site, homeKey);
  const expected = [
    {
      url: site.origin + choicePath,
      modified: Object.values(home.twins)
        .map(({ updated }) => updated)
        .sort()
        .at(-1) as string,
      alternates: alternatesOf(home),
    },
    ...publishedPages.map(({ page, twin, path: pagePath }) => ({
      url: site.origin + pagePath,
      modified: twin.updated,
      alternates: alternatesOf(page),
    })),
  ];
  const xml = textOfFile('/sitemap.xml');

  it('lists exactly the choice of a language and the pages, each with its twins and the date of its last change', () => {
    expect(sitemapFaults(xml, expected)).toEqual([]);
  });

  it('fails the check with the date behind the twins', () => {
    const moved = xml.replace(/(<lastmod>.*?<\/lastmod>\s*)((?:<xhtml:link [^>]*>\s*)+)/, '$2$1');
    expect(sitemapFaults(moved, expected)).toEqual(['an entry has its elements in another order than the schema']);
  });

  it('fails the check with a page missing, unknown, undated or without its twins', () => {
    const [first] = expected;
    if (!first) throw new Error('The site has no page.');
    const without = xml.replace(/<url>.*?<\/url>/s, '');
    expect(sitemapFaults(without, expected)).toEqual([`${first.url} is listed 0 times`]);
    const strange = xml.replace(`<loc>${first.url}</loc>`, '<loc>https://example.org/x</loc>');
    expect(sitemapFaults(strange, expected)).toContain('https://example.org/x is not a page');
    const undated = xml.replace(/<lastmod>[^<]*<\/lastmod>/, '');
    expect(sitemapFaults(undated, expected)).toEqual([expect.stringContaining('has the date null')]);
    const alone = xml.replace(/<xhtml:link [^>]*\/>/, '');
    expect(sitemapFaults(alone, expected)).toEqual([expect.stringContaining('has other alternates')]);
  });
});

describe('robots.txt', () => {
  const robots = textOfFile('/robots.txt');
  const sitemap = `${site.origin}/sitemap.xml`;

  it('disallows no page and names the sitemap', () => {
    expect(robotsFaults(robots, sitemap)).toEqual([]);
  });

  it('fails the check when it disallows a page or names no sitemap', () => {
    expect(robotsFaults(`${robots}\nDisallow: /nl`, sitemap)).toEqual(['Disallow: /nl']);
    expect(robotsFaults(robots.replace(sitemap, '/sitemap.xml'), sitemap)).toHaveLength(1);
  });
});
