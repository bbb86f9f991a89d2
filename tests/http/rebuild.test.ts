import { readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { immutablePrefix, plainPolicy, policyOf } from '#publish/hosts/headers.ts';
import { notFoundFile } from '#publish/hosts/site-files.ts';
import { createSiteServer } from '#publish/server/server.ts';
import { out, publishedPages, readHosting } from '../published-site.ts';
import { ask } from './client.ts';
import { copySite, listen } from './hosts.ts';

const page = publishedPages[0]?.path ?? '/';
const policy = 'Content-Security-Policy';

describe('a build that replaces out/ under the running embedded server', () => {
  let folder: string;
  let next: string;
  let server: ReturnType<typeof createSiteServer>;
  let port: number;

  beforeEach(async () => {
    folder = await copySite(out);
    next = await copySite(out);
    server = createSiteServer(folder);
    port = await listen(server);
  });

  afterEach(async () => {
    await new Promise((resolve) => server.close(resolve));
    await rm(folder, { recursive: true, force: true });
    await rm(next, { recursive: true, force: true });
  });

  it('is served with its own rules: the new style needs the new policy', async () => {
    const hosting = readHosting();
    const headers = { ...hosting.headers, policies: { [plainPolicy]: "default-src 'none'" }, pages: {} };
    await writeFile(path.join(next, 'hosting.json'), JSON.stringify({ ...hosting, headers }));
    await utimes(path.join(next, 'hosting.json'), 1, 1);
    await writeFile(path.join(next, `site${hosting.files[page]}`), 'new');
    await writeFile(path.join(next, `site${notFoundFile}`), 'nothing here');

    expect((await ask(port, page)).headers[policy.toLowerCase()]).toBe(
      policyOf(hosting.headers, hosting.files[page]),
    );
    await rm(folder, { recursive: true });
    await rename(next, folder);

    const answer = await ask(port, page);
    expect(answer.body.toString()).toBe('new');
    expect(answer.headers[policy.toLowerCase()]).toBe("default-src 'none'");
    expect((await ask(port, '/bestaat-niet')).body.toString()).toBe('nothing here');
  });

  it('never stops it: while there is no folder it answers 404', async () => {
    const errorPage = await readFile(path.join(folder, `site${notFoundFile}`));
    await rm(folder, { recursive: true });
    const answer = await ask(port, page);
    expect(answer.status).toBe(404);
    expect(answer.body.equals(errorPage)).toBe(true);
    expect(answer.headers.etag).toBeUndefined();
    const asset =
      Object.keys(readHosting().files).find((address) => address.startsWith(immutablePrefix)) ?? '';
    const caching = (await ask(port, asset)).headers['cache-control'];
    expect(caching).toBe(readHosting().headers.changing['Cache-Control']);

    await rename(next, folder);
    expect((await ask(port, page)).status).toBe(200);
  });
});
