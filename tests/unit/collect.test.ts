import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, describe as group, test } from 'vitest';
import { type AdapterOutputs, collect } from '#publish/collect.ts';
import { PublishFault } from '#publish/fault.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'rendered-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string): string {
  const target = path.join(folder, name);
  writeFileSync(target, content);
  return target;
}

const pattern = '/[language]/[[...slug]]';

const classified = { routeType: 'page', response: 'complete', compute: 'static' };

/** A page that the build rendered to the end. */
const prerender = (pathname: string, route = pattern, more: object = {}) => ({
  type: 'PRERENDER',
  pathname,
  route,
  fallback: {
    filePath: file(`${pathname.replaceAll('/', '_')}.html`, `<p>${pathname}</p>`),
    initialRevalidate: false,
  },
  ...classified,
  ...more,
});

/** What a route handler answered while the site was built. */
const handled = (pathname: string) => ({
  ...prerender(pathname, '/data/[name]'),
  fallback: { filePath: file('handled', `bytes of ${pathname}`), initialRevalidate: false },
  routeType: 'route',
});

/** What a build of static pages hands to its adapter, in the shape that Next.js 16 gives it. */
const build = {
  pages: [],
  pagesApi: [],
  appRoutes: [{ pathname: '/data/[name]' }],
  appPages: [
    { pathname: '/' },
    { pathname: '/index.rsc' },
    { pathname: pattern },
    { pathname: `${pattern}.rsc` },
    { pathname: '/_not-found' },
    { pathname: '/_global-error' },
  ],
  prerenders: [
    prerender('/xx/about'),
    prerender('/', '/'),
    prerender('/xx'),
    // The same pages as data for the client: nobody reads them.
    { type: 'PRERENDER', pathname: '/xx.rsc', route: pattern },
    // The pattern itself, which renders nothing when only known paths exist.
    { type: 'PRERENDER', pathname: pattern, route: pattern },
    prerender('/_not-found', '/_not-found'),
    handled('/data/one.csv'),
  ],
  staticFiles: [
    { pathname: '/404', filePath: file('404.html', '<p>Lost</p>') },
    { pathname: '/500', filePath: file('500.html', '<p>Broken</p>') },
    { pathname: '/robots.txt', filePath: file('robots.txt', 'User-agent: *') },
    { pathname: '/_next/static/chunks/a.js', filePath: file('a.js', 'alert(1)') },
    { pathname: '/_next/static/chunks/a.css', filePath: file('a.css', 'p{}') },
  ],
};

const collected = (changes: object = {}) => collect({ ...build, ...changes } as unknown as AdapterOutputs);

group('a static build is published whole', () => {
  test('every page once, sorted by address, with the text that was rendered', async () => {
    const { pages } = await collected();
    expect(pages.map((page) => page.path)).toEqual(['/', '/xx', '/xx/about']);
    for (const page of pages) expect(readFileSync(page.file, 'utf8')).toBe(`<p>${page.path}</p>`);
  });

  test('the 404 page and the other rendered files come along', async () => {
    const { notFound, files } = await collected();
    expect(readFileSync(notFound, 'utf8')).toBe('<p>Lost</p>');
    expect([...files.keys()]).toEqual(['/data/one.csv', '/robots.txt']);
  });

  test('the answers of route handlers are files, byte for byte, and no pages', async () => {
    const { files } = await collected();
    expect(files.get('/data/one.csv')?.toString()).toBe('bytes of /data/one.csv');
  });

  test('style sheets come along for their text; no script does', async () => {
    const { files, styles } = await collected();
    expect(Object.fromEntries(styles)).toEqual({ '/_next/static/chunks/a.css': 'p{}' });
    expect([...files.keys(), ...styles.keys()].filter((each) => each.endsWith('.js'))).toEqual([]);
  });
});

group('what would need a server at the moment of a visit is refused by name', () => {
  test.for([
    ['a page that is rendered on request', '/live', { appPages: [...build.appPages, { pathname: '/live' }] }],
    ['a handler', '/api', { appRoutes: [{ pathname: '/api' }] }],
    ['a page of the older router', '/old', { pages: [{ pathname: '/old' }] }],
    ['a handler of the older router', '/api/old', { pagesApi: [{ pathname: '/api/old' }] }],
    ['code before every page', 'middleware', { middleware: { pathname: '/_middleware' } }],
    [
      'a page that is rendered again later',
      '/xx/news',
      {
        prerenders: [
          ...build.prerenders,
          prerender('/xx/news', pattern, {
            fallback: { filePath: file('news.html', ''), initialRevalidate: 60 },
          }),
        ],
      },
    ],
    [
      'a page that is completed on request',
      '/xx/shop',
      { prerenders: [...build.prerenders, prerender('/xx/shop', pattern, { compute: 'resuming' })] },
    ],
    [
      'addresses that nobody has listed',
      pattern,
      {
        prerenders: [
          ...build.prerenders,
          { type: 'PRERENDER', pathname: pattern, route: pattern, ...classified, compute: 'blocking' },
        ],
      },
    ],
  ] as const)('%s', async ([, name, changes]) => {
    const refusal = collected(changes);
    await expect(refusal).rejects.toThrow(PublishFault);
    await expect(refusal).rejects.toThrow(name);
  });

  test('all of them are named at once', async () => {
    const changes = { appRoutes: [{ pathname: '/api' }], pages: [{ pathname: '/old' }] };
    await expect(collected(changes)).rejects.toThrow('/api, /old');
  });

  test('a build without a 404 page is refused', async () => {
    await expect(collected({ staticFiles: [] })).rejects.toThrow(PublishFault);
  });
});
