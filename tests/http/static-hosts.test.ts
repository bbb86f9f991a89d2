import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mediaTypeOf } from '#lib/site/media-types.ts';
import { dataPrefix, immutablePrefix, plainPolicy, policyOf } from '#publish/hosts/headers.ts';
import type { Hosting } from '#publish/hosts/hosting.ts';
import { limits, staticHostFiles } from '#publish/hosts/static-hosts.ts';
import { lostPath, out, publishedPages, readHosting } from '../published-site.ts';
import { type HeadersAt, readAsCloudflare, readAsNetlify, readRedirects } from './static-host-readers.ts';

const published = path.join(out, 'static-host');
const hosting = readHosting();

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'static-host-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** The headers that servers send for a path, by name in lower case. */
function headersOf({ headers, files }: Hosting, pagePath: string): Record<string, string> {
  const file = files[pagePath];
  const caching = file?.startsWith(immutablePrefix) ? headers.immutable : headers.changing;
  const card = /^\/assets\/.+\.(?:png|jpeg)$/.test(file ?? '') ? headers.cards : {};
  const data = pagePath.startsWith(dataPrefix) ? headers.data : {};
  const link = file !== undefined && file in headers.links ? { Link: headers.links[file] ?? '' } : {};
  const all = {
    ...headers.always,
    ...caching,
    ...card,
    ...data,
    ...link,
    'Content-Security-Policy': policyOf(headers, file),
  };
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [name.toLowerCase(), value]));
}

/** The paths for which a static host sends other headers than the servers. */
function differences(rules: Hosting, headersAt: HeadersAt): string[] {
  return [...Object.keys(rules.files), lostPath, '/404.html'].filter((pagePath) => {
    const { 'content-type': type, ...others } = headersAt(pagePath);
    const file = rules.files[pagePath] ?? '.html';
    const isTyped = file.endsWith('.html') ? type === undefined : type === mediaTypeOf(file);
    const expected = headersOf(rules, pagePath);
    const isSame =
      Object.keys(others).length === Object.keys(expected).length &&
      Object.entries(expected).every(([name, value]) => others[name] === value);
    return !isTyped || !isSame;
  });
}

const readers = { Cloudflare: readAsCloudflare, Netlify: readAsNetlify };

describe.each(Object.entries(readers))('%s', (_, read) => {
  it('sends the same headers for every path as the servers', async () => {
    const file = path.join(published, '_headers');
    // A site with too many pages for a rule each does without the `Link` of its Markdown.
    const hasLinks = (await readFile(file, 'utf8')).includes('  Link: ');
    const pages = Object.keys(hosting.headers.pages).length + Object.keys(hosting.headers.links).length;
    expect(hasLinks || pages > limits.headerRules / 2).toBe(true);
    const promised = hasLinks ? hosting : { ...hosting, headers: { ...hosting.headers, links: {} } };
    expect(differences(promised, await read(file))).toEqual([]);
  });

  it('fails the check when it sends other headers', async () => {
    const text = await readFile(path.join(published, '_headers'), 'utf8');
    const file = path.join(folder, '_headers');
    for (const [part, replacement] of [
      [/max-age=60/, 'max-age=61'],
      [/\/assets\/\*/, '/elsewhere/*'],
      [/nosniff/, 'sniff'],
      [/script-src 'self'/, "script-src 'none'"],
      [/image\/svg/, 'image/xml'],
      [/Cross-Origin-Resource-Policy: cross-origin/, 'Cross-Origin-Resource-Policy: same-origin'],
    ] as const) {
      expect(text).toMatch(part);
      await writeFile(file, text.replace(part, replacement));
      expect(differences(hosting, await read(file)), String(part)).not.toEqual([]);
    }
  });
});

describe('The redirects for static hosts', () => {
  it('are those of the servers, except for spellings that such hosts redirect themselves', async () => {
    const moved = Object.fromEntries(publishedPages.map(({ path: page }) => [`${page}/oud-adres-2019`, page]));
    const files = staticHostFiles({ ...hosting, redirects: { ...hosting.redirects, ...moved } });
    await writeFile(path.join(folder, '_redirects'), files?.redirects ?? '');
    const old = Object.entries(hosting.redirects).filter(([from]) => !/\/$|\.html$/.test(from));
    const ofServers = async (file: string, count: number) => (await readRedirects(file)).slice(0, count);
    const all = [...old, ...Object.entries(moved)];
    expect(await ofServers(path.join(folder, '_redirects'), all.length)).toEqual(
      all.map(([from, to]) => [from, to, 301]),
    );
    expect(await ofServers(path.join(published, '_redirects'), old.length)).toEqual(
      old.map(([from, to]) => [from, to, 301]),
    );
  });

  it('lead from a path with capitals, or with a sign behind it, to the page', async () => {
    const rules = await readRedirects(path.join(published, '_redirects'));
    const targets = new Map(rules.map(([from, to]) => [from, to]));
    expect(targets.size).toBe(rules.length);
    for (const { path: page } of publishedPages) {
      const capitals = page.replace(/^\/\w+/, (language) => language.toUpperCase());
      for (const from of [`${page}.`, `${page},`, `${page})`, `${page}%20`, capitals, page.toUpperCase()]) {
        expect(targets.get(from), from).toBe(page);
      }
    }
    expect(rules.filter(([from, to]) => from === to)).toEqual([]);
  });
});

describe('A site with more rules than static hosts accept', () => {
  const pages = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`/nl/p${index}`, `/nl/p${index}.html`]));

  it('allows every style sheet of the site on all pages instead of having a rule for each page', async () => {
    const files = pages(limits.headerRules);
    const own = Object.fromEntries(Object.values(files).map((file) => [file, 'own']));
    const style = (hash: string) => policyOf(hosting.headers).replace(/style-src [^;]+/, `style-src ${hash}`);
    const policies = { [plainPolicy]: style("'sha256-a'"), own: style("'sha256-b'") };
    const written = staticHostFiles({
      ...hosting,
      files,
      headers: { ...hosting.headers, policies, pages: own },
    });
    expect(written?.headers.match(/style-src [^;]+/g)).toEqual(["style-src 'sha256-a' 'sha256-b'"]);
    expect(written?.headers).not.toContain('/nl/p0');
  });

  it('gets no rules at all, rather than half of them', () => {
    const files = pages(limits.headerRules);
    const enhanced = Object.fromEntries(Object.values(files).map((file) => [file, 'enhanced']));
    const policies = {
      ...hosting.headers.policies,
      enhanced: `${policyOf(hosting.headers)}; script-src 'self'`,
    };
    const headers = { ...hosting.headers, policies, pages: enhanced };
    expect(staticHostFiles({ ...hosting, files, headers })).toBeNull();
    expect(staticHostFiles({ ...hosting, files })).not.toBeNull();

    const moved = (count: number) => Object.fromEntries(Object.keys(pages(count)).map((from) => [from, '/nl']));
    const full = staticHostFiles({ ...hosting, files: {}, redirects: moved(limits.redirects) });
    expect(full?.redirects.match(/ 301$/gm)).toHaveLength(limits.redirects);
    const redirects = moved(limits.redirects + 1);
    expect(staticHostFiles({ ...hosting, redirects })).toBeNull();
    const always = { ...hosting.headers.always, 'X-Long': 'a'.repeat(limits.headerLine) };
    expect(staticHostFiles({ ...hosting, headers: { ...hosting.headers, always } })).toBeNull();
  });
});
