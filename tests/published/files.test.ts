import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { inLanguage, languages } from '#lib/languages/languages.ts';
import { PublishFault } from '#publish/fault.ts';
import { immutablePrefix, policyOf } from '#publish/hosts/headers.ts';
import { fileOfPage } from '#publish/hosts/site-files.ts';
import { budgetFaults, budgets, keepBudgets, type Report, type Weight } from '#publish/release/budget.ts';
import { out, publishedPages, readHosting, site } from '../published-site.ts';
import {
  compressionFaults,
  type Entry,
  fingerprintFaults,
  hashOf,
  manifestFaults,
  needlessFonts,
  weightFaults,
} from './checks/files.ts';
import { subresourcesOf } from './checks/origin.ts';
import { paperFaults, policyFaults, scriptPolicyFaults, styleFaults, stylesOf } from './checks/policy.ts';
import { scriptsOf } from './checks/scripts.ts';
import { robotsFaults, sitemapFaults } from './checks/sitemap.ts';
import { attributeOf, type Document, elementsOf, faultsIn, relOf } from './document.ts';
import { sample } from './sample.ts';
import { documents, type Files, siteFiles } from './site.ts';

const read = (file: string) => JSON.parse(readFileSync(path.join(out, file), 'utf8'));
const textOfFile = (file: string) => siteFiles.get(file)?.toString() ?? '';
const filesOf = (files: Record<string, string | Buffer>): Files =>
  new Map(Object.entries(files).map(([file, content]) => [file, Buffer.from(content)]));
const styleFiles = [...siteFiles.keys()].filter((file) => file.endsWith('.css'));
const styleOf = (document: Document) => stylesOf(document)[0] ?? '';

describe('manifest.json', () => {
  const { files: entries } = read('manifest.json') as { files: Entry[] };

  it('lists exactly the files of the site, with their bytes and hashes', () => {
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
  ])('is found wrong: %s', (fault, listed) => {
    expect(manifestFaults([entry], files)).toEqual([]);
    expect(manifestFaults(listed, files)).toContain(fault);
  });
});

describe('compressed forms', () => {
  it('lie beside every text and say the same', () => {
    expect(compressionFaults(siteFiles)).toEqual([]);
  });

  it('are found missing, wrong, broken or without a text', () => {
    const text = { '/a.txt': 'abc' };
    expect(compressionFaults(filesOf(text))).toEqual(['/a.txt has no .br', '/a.txt has no .gz']);
    expect(compressionFaults(filesOf({ ...text, '/a.txt.br': brotliCompressSync('abd') }))).toContain(
      '/a.txt.br is not /a.txt',
    );
    expect(compressionFaults(filesOf({ ...text, '/a.txt.gz': 'abc' }))).toContain('/a.txt.gz is not /a.txt');
    expect(compressionFaults(filesOf({ '/b.txt.br': '' }))).toEqual(['/b.txt.br is the form of no text']);
    expect(compressionFaults(filesOf({ '/f.woff2': 'x', '/f.woff2.br': '' }))).toEqual([
      '/f.woff2.br is the form of no text',
    ]);
  });
});

describe('files that are kept for ever', () => {
  it('carry the hash of their content in their name', () => {
    expect([...siteFiles.keys()].some((file) => file.startsWith(immutablePrefix))).toBe(true);
    expect(fingerprintFaults(siteFiles)).toEqual([]);
  });

  it('are found without a hash or with another one', () => {
    const good = `/assets/f.${hashOf('abc').slice(0, 10)}.woff2`;
    expect(fingerprintFaults(filesOf({ [good]: 'abc' }))).toEqual([]);
    expect(fingerprintFaults(filesOf({ [good]: 'abd' }))).toEqual([
      `${good} has another hash than its content`,
    ]);
    expect(fingerprintFaults(filesOf({ '/assets/f.woff2': 'abc' }))).toEqual([
      '/assets/f.woff2 has no hash in its name',
    ]);
  });

  it('are found in a folder without a hash, or with that of other files', () => {
    const hash = hashOf(`a.js ${hashOf('abc')}\nb/c.json ${hashOf('def')}\n`).slice(0, 10);
    const folder = (name: string, files: Record<string, string>) =>
      filesOf(
        Object.fromEntries(Object.entries(files).map(([file, text]) => [`/assets/${name}/${file}`, text])),
      );
    const files = { 'b/c.json': 'def', 'a.js': 'abc', 'a.js.br': 'x' };
    expect(fingerprintFaults(folder(`f.${hash}`, files))).toEqual([]);
    const fault = [`/assets/f.${hash}/ has another hash than its content`];
    expect(fingerprintFaults(folder(`f.${hash}`, { ...files, 'a.js': 'abd' }))).toEqual(fault);
    expect(fingerprintFaults(folder(`f.${hash}`, { ...files, 'd.js': '' }))).toEqual(fault);
    expect(fingerprintFaults(folder('f', files))).toEqual(['/assets/f/ has no hash in its name']);
  });
});

describe('what a page shows', () => {
  const preloadsIn = (tree: Parameters<typeof elementsOf>[0]) =>
    elementsOf(tree, 'link').filter(
      (link) => relOf(link).includes('preload') && attributeOf(link, 'as') === 'font',
    );
  const fontsOf = ({ tree }: Document) => preloadsIn(tree).map((link) => attributeOf(link, 'href') ?? '');

  it('exists: every font, icon and image', () => {
    const missing = documents.flatMap((document) =>
      subresourcesOf(document)
        .filter((address) => !siteFiles.has(address))
        .map((address) => `${document.path}: ${address}`),
    );
    expect(missing).toEqual([]);
    expect(siteFiles.has('/assets/lost.0123456789.woff2')).toBe(false);
  });

  it('exists also where a header names it', () => {
    const namedIn = (headers: Readonly<Record<string, string>>) =>
      Object.values(headers).flatMap((value) => value.match(/(?<=")\/[^"]+(?=")/g) ?? []);
    expect(namedIn({ 'Speculation-Rules': '"/a.json", "/b.json"' })).toEqual(['/a.json', '/b.json']);
    expect(namedIn(readHosting().headers.always).filter((address) => !siteFiles.has(address))).toEqual([]);
  });

  it('is not fetched in vain: every font that is asked for early is used', () => {
    const vain = documents.flatMap((document) => needlessFonts(fontsOf(document), styleOf(document)));
    expect(vain).toEqual([]);
    expect(needlessFonts(['/assets/a.woff2'], '@font-face{src:url("/assets/b.woff2")}')).toEqual([
      '/assets/a.woff2',
    ]);
  });

  it('does not wait for its fonts, which are fetched first of all that is in the body', () => {
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

describe('the style sheet', () => {
  it('is one in every document', () => {
    expect(styleFaults(documents)).toEqual([]);
  });

  it('is found missing and doubled', () => {
    expect(styleFaults([sample('')])).toEqual(['/nl/voorbeeld: has 0 <style>']);
    expect(styleFaults([sample('', { head: '<style>a{}</style><style>b{}</style>' })])).toHaveLength(1);
    expect(styleFaults([sample('', { head: '<style>a{}</style>' })])).toEqual([]);
  });
});

describe('the style sheet for paper', () => {
  it('is the only file of its kind, and every document fetches it for paper alone', () => {
    expect(styleFiles).toHaveLength(1);
    expect(paperFaults(documents, styleFiles)).toEqual([]);
  });

  it.each([
    ['/nl/voorbeeld: fetches none', ''],
    ['/nl/voorbeeld: fetches /a.css for null', '<link rel="stylesheet" href="/a.css">'],
    ['/nl/voorbeeld: fetches /b.css for print', '<link rel="stylesheet" href="/b.css" media="print">'],
  ])('is found missing, in the way of the screen, or another: %s', (fault, head) => {
    expect(paperFaults([sample('', { head })], ['/a.css'])).toEqual([fault]);
    const link = '<link rel="stylesheet" href="/a.css" media="print">';
    expect(paperFaults([sample('', { head: link })], ['/a.css'])).toEqual([]);
  });
});

describe('the Content-Security-Policy', () => {
  const { headers } = readHosting();
  const policyOfPage = ({ path: address }: Document) => policyOf(headers, fileOfPage(address));
  const policy = policyOf(headers);
  const style = documents.filter(({ path: address }) => address === '/404').map(styleOf)[0] ?? '';

  it('starts from nothing and lets exactly the style sheet of the page through, and files of the site', () => {
    expect(
      faultsIn(documents, (document) => policyFaults(policyOfPage(document), styleOf(document))),
    ).toEqual([]);
  });

  it('lets scripts of the site itself run on pages that have one, WebAssembly and requests on the search page, and none on any other', () => {
    expect(faultsIn(documents, (document) => scriptPolicyFaults(document, policyOfPage(document)))).toEqual(
      [],
    );
    const [scripted, bare] = [sample('<script src="/x.js"></script>'), sample('<p>x</p>')];
    const searching = sample('<script src="/x.js"></script><site-search></site-search>');
    const open = `${policy}; script-src 'self'`;
    const widest = `${policy}; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'`;
    expect(scriptPolicyFaults(scripted, policy)).toHaveLength(1);
    expect(scriptPolicyFaults(bare, open)).toHaveLength(1);
    expect(scriptPolicyFaults(scripted, `${policy}; script-src 'self' 'sha256-x'`)).toHaveLength(1);
    expect(scriptPolicyFaults(scripted, widest)).toHaveLength(1);
    expect(scriptPolicyFaults(scripted, `${open}; worker-src 'self'`)).toHaveLength(1);
    expect(scriptPolicyFaults(bare, `${policy}; connect-src 'self'`)).toHaveLength(1);
    expect(scriptPolicyFaults(searching, `${widest} data:`)).toHaveLength(1);
    expect(scriptPolicyFaults(scripted, open)).toEqual([]);
    expect(scriptPolicyFaults(searching, widest)).toEqual([]);
  });

  it.each([
    ['', 'does not start from default-src'],
    [policy.replace("default-src 'none'", "default-src 'self'"), "default-src is 'self', not 'none'"],
    [`${policy}; script-src 'unsafe-inline'`, "lets 'unsafe-inline' through"],
    [`${policy}; script-src 'nonce-abc'`, "lets 'nonce-abc' through"],
    [`${policy}; img-src *`, 'lets * through'],
    [`${policy}; font-src https://fonts.example.org`, 'lets https: through'],
    [policy.replace("frame-ancestors 'none'", ''), "frame-ancestors is undefined, not 'none'"],
  ])('is found too wide: %s', (wide, fault) => {
    expect(policyFaults(wide, style)).toContain(fault);
  });

  it('is found not to fit a style sheet that changed by one character', () => {
    expect(policyFaults(policy, `${style} `)).toHaveLength(1);
  });
});

describe('sitemap.xml', () => {
  const expected = publishedPages.map(({ page, twin, path: address }) => ({
    address: site.origin + address,
    modified: twin.updated,
    alternates: new Map(
      languages.map(({ code, tag }) => [tag, site.origin + inLanguage(page.twins, code).path]),
    ),
  }));
  const xml = textOfFile('/sitemap.xml');

  it('lists exactly the pages, each with its twins and the day of its last change', () => {
    expect(sitemapFaults(xml, expected)).toEqual([]);
  });

  it('is found wrong', () => {
    const [first] = expected;
    if (!first) throw new Error('The site has no page.');
    const without = xml.replace(/<url>.*?<\/url>/s, '');
    expect(sitemapFaults(without, expected)).toEqual([`${first.address} is listed 0 times`]);
    const strange = xml.replace(`<loc>${first.address}</loc>`, '<loc>https://example.org/x</loc>');
    expect(sitemapFaults(strange, expected)).toContain('https://example.org/x is no page');
    const undated = xml.replace(/<lastmod>[^<]*<\/lastmod>/, '');
    expect(sitemapFaults(undated, expected)).toEqual([expect.stringContaining('has the date null')]);
    const alone = xml.replace(/<xhtml:link [^>]*\/>/, '');
    expect(sitemapFaults(alone, expected)).toEqual([expect.stringContaining('has other alternates')]);
  });
});

describe('robots.txt', () => {
  const robots = textOfFile('/robots.txt');
  const sitemap = `${site.origin}/sitemap.xml`;

  it('hides no page and leads to the sitemap', () => {
    expect(robotsFaults(robots, sitemap)).toEqual([]);
  });

  it('is found hiding, or leading nowhere', () => {
    expect(robotsFaults(`${robots}\nDisallow: /nl`, sitemap)).toEqual(['Disallow: /nl']);
    expect(robotsFaults(robots.replace(sitemap, '/sitemap.xml'), sitemap)).toHaveLength(1);
  });
});

describe('report.json', () => {
  const report = read('report.json') as Report;
  const sent = (file: string) => siteFiles.get(`${file}.br`)?.length ?? 0;
  const compressed = (text: string) =>
    brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_MODE]: 1 } });
  const sizes = new Map(
    documents.map((document) => [
      document.path,
      {
        document: sent(fileOfPage(document.path)),
        ofWhichStyle: compressed(styleOf(document)).length,
        script: scriptsOf(document).reduce((sum, file) => sum + sent(file), 0),
        print: styleFiles.reduce((sum, file) => sum + sent(file), 0),
      },
    ]),
  );

  it('weighs every document as it is sent', () => {
    expect(weightFaults(report.pages, sizes)).toEqual([]);
  });

  it('is found wrong', () => {
    const row = { path: '/x', document: 10, ofWhichStyle: 5, script: 0, print: 3 };
    expect(weightFaults([row], new Map([['/x', row]]))).toEqual([]);
    expect(weightFaults([row], new Map([['/x', { ...row, document: 11 }]]))).toEqual([
      '/x has 11 bytes of document, not 10',
    ]);
    expect(weightFaults([row], new Map([['/x', { ...row, script: 1 }]]))).toHaveLength(1);
    expect(weightFaults([row], new Map([['/x', { ...row, ofWhichStyle: 1 }]]))).toHaveLength(1);
    expect(weightFaults([row], new Map([['/x', { ...row, print: 4 }]]))).toHaveLength(1);
    expect(weightFaults([], new Map([['/x', row]]))).toEqual(['/x is not weighed']);
  });

  it('keeps every budget: no page needs a second round trip, or runs a script without an element', () => {
    expect(budgetFaults(report)).toEqual([]);
    for (const { firstAnswer, headers, document, fonts, script, print, total } of report.pages) {
      expect(firstAnswer).toBe(headers + document);
      expect(total).toBe(firstAnswer + fonts + script + print);
    }
  });

  const [page] = report.pages;
  it.each<[string, (report: Report) => Report]>([
    [
      '/x, first answer: 14001 bytes, 1 more',
      (whole) => ({ ...whole, pages: [heavy({ firstAnswer: 14_001 })] }),
    ],
    ['/x, script: 1 bytes, 1 more', (whole) => ({ ...whole, pages: [heavy({ kind: 'plain', script: 1 })] })],
    [
      '/x, script: 4097 bytes, 1 more',
      (whole) => ({ ...whole, pages: [heavy({ kind: 'search', script: 4097 })] }),
    ],
    ['/x, fonts: 32769 bytes, 1 more', (whole) => ({ ...whole, pages: [heavy({ fonts: 32_769 })] })],
    ['/x, first visit: 46081 bytes, 1 more', (whole) => ({ ...whole, pages: [heavy({ total: 46_081 })] })],
    [
      `The first answer of the median page: ${budgets.medianFirstAnswer + 1} bytes, 1 more`,
      (whole) => ({ ...whole, median: { firstAnswer: budgets.medianFirstAnswer + 1 } }),
    ],
    ['The style sheet of the whole site: 9217 bytes, 1 more', (whole) => ({ ...whole, wholeStyle: 9217 })],
  ])('is refused, with what weighs most: %s', (fault, change) => {
    const faults = budgetFaults(change(report));
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(`${fault} than its budget`);
    if (/first (answer|visit)/.test(fault) && fault.startsWith('/x')) {
      expect(faults[0]).toMatch(/\((style|fonts|text and markup) \d+/);
    }
    if (fault.includes('median')) expect(() => keepBudgets(change(report))).not.toThrow();
    else expect(() => keepBudgets(change(report))).toThrow(PublishFault);
  });

  function heavy(change: Partial<Weight>): Weight {
    if (!page) throw new Error('No page is weighed.');
    return { ...page, path: '/x', ...change };
  }
});
