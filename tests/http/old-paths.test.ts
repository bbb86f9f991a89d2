import { rm } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readHosting, site } from '../published-site.ts';
import { ask } from './client.ts';
import { hostKinds } from './hosts.ts';
import { answersGone } from './promises/pages.ts';
import { redirectsOtherSpellings } from './promises/paths.ts';
import { rulesOf } from './promises/promise.ts';
import { siteWithHistory } from './site-with-history.ts';

describe('Old paths', () => {
  it('redirect to a page in their own language, or to the choice of a language', () => {
    const { redirects, files } = readHosting();
    for (const { from } of site.redirects) {
      const to = redirects[from];
      expect(to, from).toBeDefined();
      expect(files, from).toHaveProperty([to ?? '']);
      const code = from.split('/')[1] ?? '';
      if (site.languages.some((language) => language.code === code))
        expect(to, from).toMatch(new RegExp(`^/${code}(/|$)`));
      else expect(to, from).toBe('/');
    }
  });

  it('that are gone for good have neither a page nor a redirect', () => {
    const { redirects, gone, files } = readHosting();
    expect(gone).toEqual([...site.gone].sort());
    expect(gone.filter((path) => path in files || path in redirects)).toEqual([]);
  });

  it('never redirect from a page, or to another old path', () => {
    const { redirects, files } = readHosting();
    expect(Object.keys(redirects).filter((from) => from in files)).toEqual([]);
    expect(Object.values(redirects).filter((to) => to in redirects)).toEqual([]);
  });

  for (const { name, missing, start } of hostKinds) {
    it.skipIf(missing)(`redirect to the page or the data on ${name} and keep the query, or answer 410`, async () => {
      const { folder, moved, gone } = await siteWithHistory();
      const host = await start(folder);
      expect(await redirectsOtherSpellings.faults(host)).toEqual([]);
      expect(rulesOf(host).gone).toEqual(expect.arrayContaining([...gone]));
      expect(await answersGone.faults(host)).toEqual([]);
      for (const [from, to] of moved) {
        const answer = await ask(host.port, `${from}?a=b`);
        expect([answer.status, answer.headers.location]).toEqual([301, `${to}?a=b`]);
        // Programs in pages of other sites follow a redirect only if it allows them to read it.
        expect(answer.headers['access-control-allow-origin']).toBe(from.startsWith('/data/') ? '*' : undefined);
      }
      await host.stop();
      await rm(folder, { recursive: true });
    });
  }
});
