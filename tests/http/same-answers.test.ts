import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, ask } from './client.ts';
import { type Host, hostKinds } from './hosts.ts';
import { type SiteWithHistory, siteWithHistory } from './site-with-history.ts';

const available = hostKinds.filter(({ missing }) => missing === null);

/**
 * What servers may say each in their own way: who they are, when it is, how they keep a connection and tag a file, and
 * whether it can be had in parts.
 */
const ownWords = ['server', 'date', 'connection', 'keep-alive', 'etag', 'last-modified', 'accept-ranges'];

/** Of a redirect, nobody sees the page; nginx writes one. */
const ofBody = ['content-type', 'content-length'];

function inCommon({ status, headers, body }: Answer): object {
  const isSeen = status !== 301;
  const own = isSeen ? ownWords : [...ownWords, ...ofBody];
  const shared = Object.entries(headers).filter(([name]) => !own.includes(name));
  const hash = createHash('sha256').update(body).digest('hex');
  return { status, headers: Object.fromEntries(shared), ...(isSeen ? { hash } : {}) };
}

describe.skipIf(available.length < 2)('all servers', () => {
  const hosts: Host[] = [];
  let site: SiteWithHistory;
  beforeAll(async () => {
    site = await siteWithHistory();
    for (const { start } of available) hosts.push(await start(site.folder));
  });
  afterAll(async () => {
    for (const host of hosts) await host.stop();
    await rm(site.folder, { recursive: true });
  });

  it.each(['GET', 'HEAD', 'POST'])('give the same answers to %s', async (method) => {
    const { files, redirects, gone } = site.hosting;
    const addresses = [
      ...Object.keys(files),
      ...Object.keys(redirects),
      ...gone,
      '/bestaat-niet',
      '/404.html',
    ];
    for (const address of addresses) {
      for (const coding of ['br', 'gzip', 'identity']) {
        const headers = { 'Accept-Encoding': coding };
        const [first, ...others] = await Promise.all(
          hosts.map(async ({ port }) => inCommon(await ask(port, address, { method, headers }))),
        );
        for (const other of others) expect(other, `${address}, ${coding}`).toEqual(first);
      }
    }
  });
});
