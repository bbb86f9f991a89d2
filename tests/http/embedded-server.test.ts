import { readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { immutablePrefix, plainPolicy, policyOf } from '#publish/hosts/headers.ts';
import { notFoundFile } from '#publish/hosts/site-files.ts';
import { createSiteServer } from '#publish/server/server.ts';
import { out, publishedPages, readHosting } from '../published-site.ts';
import { ask, askRaw } from './client.ts';
import { copySite, listen } from './hosts.ts';

const page = publishedPages[0]?.path ?? '/';
const policy = 'Content-Security-Policy';

let folder: string;
let server: ReturnType<typeof createSiteServer>;
let port: number;

beforeEach(async () => {
  folder = await copySite(out);
  server = createSiteServer(folder);
  port = await listen(server);
});

afterEach(async () => {
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true, force: true });
});

describe('The embedded server', () => {
  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', 'QUERY'])('answers 405 to %s', async (method) => {
    const answer = await ask(port, page, { method });
    expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD']);
    expect(answer.body.equals(await readFile(path.join(folder, `site${notFoundFile}`)))).toBe(true);
  });

  it.each([
    ['a request that is not HTTP', '\x16\x03\x01\x02\x00\x01\x00\r\n\r\n', 400],
    ['a request without a Host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    [
      'a length and chunks',
      'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n',
      400,
    ],
    ['a header of 20 KB', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
    ['an incomplete percent sign', 'GET /nl/%ZZ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', 400],
  ])('refuses %s and keeps running', async (_, text, status) => {
    expect((await askRaw(port, text)).status).toBe(status);
    expect((await ask(port, '/')).status).toBe(200);
  });
});

describe('The embedded server, when a build replaces out/,', () => {
  let next: string;

  beforeEach(async () => {
    next = await copySite(out);
  });

  afterEach(() => rm(next, { recursive: true, force: true }));

  it('serves the new pages with the new policy', async () => {
    const hosting = readHosting();
    const headers = { ...hosting.headers, policies: { [plainPolicy]: "default-src 'none'" }, pages: {} };
    await writeFile(path.join(next, 'hosting.json'), JSON.stringify({ ...hosting, headers }));
    await utimes(path.join(next, 'hosting.json'), 1, 1);
    await writeFile(path.join(next, `site${hosting.files[page]}`), 'new');
    await writeFile(path.join(next, `site${notFoundFile}`), 'nothing here');

    expect((await ask(port, page)).headers[policy.toLowerCase()]).toBe(policyOf(hosting.headers, hosting.files[page]));
    await rm(folder, { recursive: true });
    await rename(next, folder);

    const answer = await ask(port, page);
    expect(answer.body.toString()).toBe('new');
    expect(answer.headers[policy.toLowerCase()]).toBe("default-src 'none'");
    expect((await ask(port, '/bestaat-niet')).body.toString()).toBe('nothing here');
  });

  it('answers 404 as long as there is no folder', async () => {
    const errorPage = await readFile(path.join(folder, `site${notFoundFile}`));
    await rm(folder, { recursive: true });
    const answer = await ask(port, page);
    expect(answer.status).toBe(404);
    expect(answer.body.equals(errorPage)).toBe(true);
    expect(answer.headers.etag).toBeUndefined();
    const asset = Object.keys(readHosting().files).find((pagePath) => pagePath.startsWith(immutablePrefix)) ?? '';
    const caching = (await ask(port, asset)).headers['cache-control'];
    expect(caching).toBe(readHosting().headers.changing['Cache-Control']);

    await rename(next, folder);
    expect((await ask(port, page)).status).toBe(200);
  });
});
