import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { isText } from '#lib/site/media-types.ts';
import { budgets } from '#publish/release/budget.ts';
import { out, root } from '../published-site.ts';
import { foreignSubresources, machinePathsIn, subresourcesOf } from './checks/origin.ts';
import { executables, inlineStyles, lonelyElements, needlessFiles, runtimeIn, scriptsOf } from './checks/scripts.ts';
import { faultsIn } from './document.ts';
import { sample } from './sample.ts';
import { documents, siteFiles } from './site.ts';

const texts = [...siteFiles].filter(([file]) => isText(file));
const reports = [
  'SHA256SUMS',
  'hosting.json',
  'manifest.json',
  'nginx.conf',
  'release.sha256',
  'report.json',
  'sbom.cdx.json',
  'licences.txt',
];

it('Nothing in a page runs except the modules of custom elements: no other script, event handler, script URL or embedded document', () => {
  expect(faultsIn(documents, executables)).toEqual([]);
});

it.each([
  '<script>1</script>',
  '<script src="/x.js" defer></script>',
  '<script type="module">1</script>',
  '<script type="importmap">{}</script>',
  '<script type="module" src="/assets/copy-text.0123456789.js">1</script>',
  '<script type="module" async src="/assets/copy-text.0123456789.js"></script>',
  '<script type="module" src="/elements/copy-text.js"></script>',
  '<script type="module" src="https://example.org/assets/copy-text.0123456789.js"></script>',
  '<script src="/assets/copy-text.0123456789.js"></script>',
  '<script type="text/JavaScript">1</script>',
  '<svg><script>1</script></svg>',
  '<p onclick="go()">x</p>',
  '<body onload="go()">',
  '<svg onload="go()"></svg>',
  '<a href="javascript:go()">x</a>',
  '<a href=" java\nscript:go()">x</a>',
  '<a href="JavaScript&colon;go()">x</a>',
  '<form action="javascript:go()"></form>',
  '<a href="data:text/html,x">x</a>',
  '<iframe src="/x"></iframe>',
  '<iframe srcdoc="x"></iframe>',
  '<object data="/x"></object>',
  '<embed src="/x">',
  '<base href="https://example.org/">',
  '<meta http-equiv="refresh" content="0;url=/x">',
])('The check for scripts fails for %s', (html) => {
  expect(executables(sample(html))).not.toEqual([]);
});

const copyModule = '<script type="module" src="/assets/copy-text.0123456789.js"></script>';

it('A page loads the module of each of its custom elements once, and no other', () => {
  expect(faultsIn(documents, lonelyElements)).toEqual([]);
  expect(documents.some((document) => scriptsOf(document).length > 0)).toBe(true);
});

it.each([copyModule, '<copy-text></copy-text>', `${copyModule}${copyModule}<copy-text></copy-text>`])(
  'The check for modules fails for %s',
  (html) => {
    expect(lonelyElements(sample(html))).not.toEqual([]);
  },
);

it('The checks accept the module of a custom element on a page that contains it', () => {
  const page = sample(`${copyModule}<copy-text></copy-text>`);
  expect([...executables(page), ...lonelyElements(page)]).toEqual([]);
});

it('The module of search has at most 9 KB with its engine, all others together at most 4 KB, compressed', () => {
  const modules = [...siteFiles].filter(([file]) => /^\/assets\/[^/]+\.js\.br$/.test(file));
  const [search = [], others = []] = [true, false].map((isSearch) =>
    modules.filter(([file]) => file.startsWith('/assets/site-search.') === isSearch),
  );
  const sent = (files: typeof modules) => files.reduce((sum, [, bytes]) => sum + bytes.length, 0);
  expect(search).toHaveLength(1);
  expect(sent(search)).toBeLessThanOrEqual(budgets.script.fetching);
  expect(others.length).toBeGreaterThan(0);
  expect(sent(others)).toBeLessThanOrEqual(budgets.script.enhanced);
});

it('The check for scripts accepts JSON-LD', () => {
  expect(executables(sample('<script type="application/ld+json">{}</script>'))).toEqual([]);
});

it('No element has an inline style', () => {
  expect(faultsIn(documents, inlineStyles)).toEqual([]);
});

it.each(['<p style="color:red">x</p>', '<svg><g style="fill:red"></g></svg>', '<style>a{}</style><style>b{}</style>'])(
  'The check for inline styles fails for %s',
  (html) => {
    expect(inlineStyles(sample(html))).not.toEqual([]);
  },
);

it('No published text contains a trace of the client runtime', () => {
  expect(texts.length).toBeGreaterThan(documents.length);
  for (const [file, bytes] of texts) expect.soft(runtimeIn(bytes.toString()), file).toEqual([]);
});

it.each([
  'self.__next_f.push([1,""])',
  '<link href="/_next/static/css/a.css">',
  '<div id="__next">',
  '0:{"P":null} 1:"$Sreact.fragment"',
  '<!--$-->',
  '<template id="B:0"></template>',
  '$RC("B:0","S:0")',
  '<style data-precedence="next">',
  '//# sourceMappingURL=a.css.map',
  '"use client"',
])('The check for the client runtime fails for %s', (text) => {
  expect(runtimeIn(text)).not.toEqual([]);
});

it('No other code, source file or flight data is published', () => {
  expect(needlessFiles(siteFiles)).toEqual([]);
});

it.each([
  '/app.js',
  '/app.mjs.br',
  '/assets/app.0123456789.js',
  '/assets/search-nl.0123456789/engine.js',
  '/assets/site-search.js',
  '/elements/copy-text.js',
  '/style.css.map',
  '/nl.rsc',
  '/nl.txt.rsc.gz',
  '/_next/static/x.css',
  '/nl.segments/_tree.segment.rsc',
  '/nl.meta',
  '/page.tsx',
  '/nl.mdx',
  '/site.yaml',
  '/.env',
  '/.DS_Store',
])('The check for needless files fails for %s', (file) => {
  expect(needlessFiles(new Map([[file, Buffer.alloc(0)]]))).toEqual([file]);
});

it('Every file that a page loads comes from the site itself', () => {
  expect(documents.every((document) => subresourcesOf(document).length > 0)).toBe(true);
  expect(faultsIn(documents, foreignSubresources)).toEqual([]);
});

it.each([
  '<img src="https://example.org/x.png" alt="">',
  '<img src="//example.org/x.png" alt="">',
  '<img srcset="http://example.org/x.png 2x" alt="">',
  '<img src="data:image/png;base64,AAAA" alt="">',
  '<link rel="stylesheet" href="https://fonts.example.org/css">',
  '<link rel="preconnect" href="https://example.org">',
  '<link rel="dns-prefetch" href="//example.org">',
  '<link rel="icon" href="https://example.org/x.svg">',
  '<video poster="https://example.org/x.jpg"></video>',
  '<a href="/x" ping="https://example.org/count">x</a>',
  '<svg><use href="https://example.org/x.svg#a"></use></svg>',
  '<svg><image href="https://example.org/x.png"></image></svg>',
  '<style>@import "https://example.org/x.css";</style>',
  '<style>@font-face{src:url(https://example.org/x.woff2)}</style>',
  "<style>p{background:url( 'https://example.org/x.png' )}</style>",
])('The check for other origins fails for %s', (html) => {
  expect(foreignSubresources(sample(html))).not.toEqual([]);
});

it('The check for other origins accepts links to other sites', () => {
  const links = '<a href="https://example.org/">x</a><link rel="canonical" href="https://example.org/">';
  expect(foreignSubresources(sample(links))).toEqual([]);
});

it('Nothing in out/ reveals the machine that built it', () => {
  for (const [file, bytes] of texts) expect.soft(machinePathsIn(bytes.toString()), file).toEqual([]);
  for (const file of reports) {
    expect.soft(machinePathsIn(readFileSync(path.join(out, file), 'utf8')), file).toEqual([]);
  }
});

it.each([`${root}/app/page.tsx`, 'file:///x', 'C:\\Users\\x', '../node_modules/next/dist'])(
  'The check for paths of a machine fails for %s',
  (text) => {
    expect(machinePathsIn(`see ${text}`)).not.toEqual([]);
  },
);
