import { languages } from '#lib/languages/languages.ts';
import { pageOf, twinOf } from '#lib/site/site.ts';
import { policyOf } from '#publish/hosts/headers.ts';
import { notFoundFile } from '#publish/hosts/site-files.ts';
import { site } from '../../published-site.ts';
import { ask } from '../client.ts';
import { Faults, type HostPromise, rulesOf } from './promise.ts';

/** What the answer for an address may run and fetch. Read from the answer itself, not from the rules of the build. */
async function scriptsOf(port: number, address: string): Promise<{ html: string; directives: string }> {
  const { headers, body } = await ask(port, address);
  const policy = String(headers['content-security-policy'] ?? '');
  const directives = policy
    .split('; ')
    .filter((directive) => /^(script|connect|worker|child)-src/.test(directive));
  return {
    html: body.toString(),
    directives: policy.startsWith("default-src 'none'") ? directives.join('; ') : 'no policy',
  };
}

export const letsOnlySearchRunPrograms: HostPromise = {
  name: 'only the search page may run WebAssembly and fetch, pages with an element may run its module, and nothing else runs anything',
  async faults(host) {
    const faults = new Faults();
    const search = languages.map(({ code }) => twinOf(pageOf(site, site.search ?? ''), code).path);
    for (const address of [...Object.keys(rulesOf(host).files), '/bestaat-niet', `${search[0]}/`]) {
      const { html, directives } = await scriptsOf(host.port, address);
      const hasModule = html.includes('<script type="module"');
      const expected = search.includes(address)
        ? "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'"
        : hasModule
          ? "script-src 'self'"
          : '';
      faults.equal(`${address}: what may run`, directives, expected);
    }
    return faults.found;
  },
};

export const sendsNoFontsToWhoSavesData: HostPromise = {
  name: 'who asks to save data gets the same page, which then fetches no font; caches are told',
  async faults(host) {
    const faults = new Faults();
    const { files, headers: rules } = rulesOf(host);
    const pages = Object.entries(files).filter(([, file]) => file.endsWith('.html'));
    for (const [address, file] of [...pages, ['/bestaat-niet', notFoundFile] as const]) {
      for (const coding of ['identity', ...host.encodings]) {
        const headers = { 'Accept-Encoding': coding };
        const plain = await ask(host.port, address, { headers });
        const what = `${address} (${coding})`;
        for (const [said, policy] of [
          ['on', `${policyOf(rules, file)}, ${rules.savingData}`],
          ['off', policyOf(rules, file)],
        ] as const) {
          const answer = await ask(host.port, address, { headers: { ...headers, 'Save-Data': said } });
          faults.equal(
            `${what}, Save-Data ${said}: policy`,
            answer.headers['content-security-policy'],
            policy,
          );
          faults.equal(`${what}, Save-Data ${said}: status`, answer.status, plain.status);
          faults.body(`${what}, Save-Data ${said}`, answer.body, plain.body);
        }
        faults.that(`${what}: Vary says nothing of it`, /\bSave-Data\b/.test(plain.headers.vary ?? ''));
      }
    }
    return faults.found;
  },
};
