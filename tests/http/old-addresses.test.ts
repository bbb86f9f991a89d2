import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Hosting } from '../../publish/hosting.ts';
import { nginxConfiguration } from '../../publish/nginx.ts';
import { out, publishedPages, readHosting, site } from '../published-site.ts';
import { ask } from './client.ts';
import { copySite, hostKinds } from './hosts.ts';
import { leadsOtherSpellings } from './promises/addresses.ts';

/** The published site with an old address for each page, as `content/redirects.yaml` would add them. */
async function siteWithOldAddresses(): Promise<{ folder: string; moved: Map<string, string> }> {
  const folder = await copySite(out);
  const rules = path.join(folder, 'hosting.json');
  const hosting: Hosting = JSON.parse(await readFile(rules, 'utf8'));
  const moved = new Map(publishedPages.map(({ path: page }) => [`${page}/oud-adres-2019`, page]));
  const extended = { ...hosting, redirects: { ...hosting.redirects, ...Object.fromEntries(moved) } };
  await writeFile(rules, JSON.stringify(extended));
  await writeFile(path.join(folder, 'nginx.conf'), nginxConfiguration(extended));
  return { folder, moved };
}

describe('old addresses', () => {
  it('stand in the rules for hosts, each with the page it leads to in its own language', () => {
    const { redirects, files } = readHosting();
    for (const { from } of site.redirects) {
      const to = redirects[from];
      expect(to, from).toBeDefined();
      expect(files, from).toHaveProperty([to ?? '']);
      expect(to?.split('/')[1], from).toBe(from.split('/')[1]);
    }
  });

  it('never hide a page, and never lead to another old address', () => {
    const { redirects, files } = readHosting();
    expect(Object.keys(redirects).filter((from) => from in files)).toEqual([]);
    expect(Object.values(redirects).filter((to) => to in redirects)).toEqual([]);
  });

  for (const { name, missing, start } of hostKinds) {
    it.skipIf(missing)(`lead to the page on ${name}, with the query kept`, async () => {
      const { folder, moved } = await siteWithOldAddresses();
      const host = await start(folder);
      expect(await leadsOtherSpellings.faults(host)).toEqual([]);
      for (const [from, to] of moved) {
        const answer = await ask(host.port, `${from}?a=b`);
        expect([answer.status, answer.headers.location]).toEqual([301, `${to}?a=b`]);
      }
      await host.stop();
      await rm(folder, { recursive: true });
    });
  }
});
