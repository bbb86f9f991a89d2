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

/** A fully prerendered page. */
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

/** The response of a route handler at build time. */
const handled = (pathname: string) => ({
  ...prerender(pathname, '/data/[name]'),
  fallback: { filePath: file('handled', `bytes of ${pathname}`), initialRevalidate: false },
  routeType: 'route',
});

/** What Next.js 16 passes to the adapter for a static build. */
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
    // The same pages as flight data for the client, which is not published.
    { type: 'PRERENDER', pathname: '/xx.rsc', route: pattern },
    // The pattern itself, which is not rendered when dynamic paths are off.
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

group('collect', () => {
  test('returns every page once, sorted by path', async () => {
    const { pages } = await collected();
    expect(pages.map((page) => page.path)).toEqual(['/', '/xx', '/xx/about']);
    for (const page of pages) expect(readFileSync(page.file, 'utf8')).toBe(`<p>${page.path}</p>`);
  });

  test('returns the 404 page and the other rendered files', async () => {
    const { notFound, files } = await collected();
    expect(readFileSync(notFound, 'utf8')).toBe('<p>Lost</p>');
    expect([...files.keys()]).toEqual(['/data/one.csv', '/robots.txt']);
  });

  test('returns responses of route handlers as files, byte for byte', async () => {
    const { files } = await collected();
    expect(files.get('/data/one.csv')?.toString()).toBe('bytes of /data/one.csv');
  });

  test('returns style sheets, but no scripts', async () => {
    const { files, styles } = await collected();
    expect(Object.fromEntries(styles)).toEqual({ '/_next/static/chunks/a.css': 'p{}' });
    expect([...files.keys(), ...styles.keys()].filter((each) => each.endsWith('.js'))).toEqual([]);
  });
});

group('collect refuses by name', () => {
  test.for([
    ['a page that is rendered on request', '/live', { appPages: [...build.appPages, { pathname: '/live' }] }],
    ['a dynamic route handler', '/api', { appRoutes: [{ pathname: '/api' }] }],
    ['a page of the Pages Router', '/old', { pages: [{ pathname: '/old' }] }],
    ['an API route of the Pages Router', '/api/old', { pagesApi: [{ pathname: '/api/old' }] }],
    ['middleware', 'middleware', { middleware: { pathname: '/_middleware' } }],
    [
      'a page that is revalidated',
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
      'a partially prerendered page',
      '/xx/shop',
      { prerenders: [...build.prerenders, prerender('/xx/shop', pattern, { compute: 'resuming' })] },
    ],
    [
      'a route with dynamic paths',
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

  test('all dynamic routes at once', async () => {
    const changes = { appRoutes: [{ pathname: '/api' }], pages: [{ pathname: '/old' }] };
    await expect(collected(changes)).rejects.toThrow('/api, /old');
  });

  test('a build without a 404 page', async () => {
    await expect(collected({ staticFiles: [] })).rejects.toThrow(PublishFault);
  });
});
