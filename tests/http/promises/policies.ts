import { languages } from '#lib/languages/languages.ts';
import { pageOf, twinOf } from '#lib/site/site.ts';
import { site } from '../../published-site.ts';
import { ask } from '../client.ts';
import { Faults, type HostPromise, rulesOf } from './promise.ts';

/** The directives for scripts and requests in the response for a path, and its HTML. */
async function scriptsOf(port: number, path: string): Promise<{ html: string; directives: string }> {
  const { headers, body } = await ask(port, path);
  const policy = String(headers['content-security-policy'] ?? '');
  const directives = policy.split('; ').filter((directive) => /^(script|connect|worker|child)-src/.test(directive));
  return {
    html: body.toString(),
    directives: policy.startsWith("default-src 'none'") ? directives.join('; ') : 'no policy',
  };
}

export const allowsOnlyNeededScripts: HostPromise = {
  name: 'allows modules on pages with a custom element, requests on the search page, and no script elsewhere',
  async faults(host) {
    const faults = new Faults();
    const search = languages.map(({ code }) => twinOf(pageOf(site, site.search ?? ''), code).path);
    for (const path of [...Object.keys(rulesOf(host).files), '/bestaat-niet', `${search[0]}/`]) {
      const { html, directives } = await scriptsOf(host.port, path);
      const hasModule = html.includes('<script type="module"');
      const expected = search.includes(path)
        ? "script-src 'self'; connect-src 'self'"
        : hasModule
          ? "script-src 'self'"
          : '';
      faults.equal(`${path}: script directives`, directives, expected);
    }
    return faults.found;
  },
};
