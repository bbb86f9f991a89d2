import { dataVersion } from '#lib/open-data/data-paths.ts';
import { dataPrefix } from '#publish/hosts/headers.ts';
import { ask } from '../client.ts';
import { Faults, type HostPromise, rulesOf } from './promise.ts';

const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

export const leadsFromIdentifiers: HostPromise = {
  name: 'leads from each identifier to the data that Accept names, or to the page in the language that Accept-Language names',
  async faults(host) {
    const faults = new Faults();
    const rules = rulesOf(host);
    faults.that('there are identifiers', Object.keys(rules.identifiers ?? {}).length > 0);
    for (const [path, targets] of Object.entries(rules.identifiers ?? {})) {
      const id = path.split('/').at(-1);
      const others = (code: string) =>
        Object.keys(targets)
          .map((each) => (each === code ? '' : `${each};q=0,`))
          .join('');
      const data = (form: string) => `${dataVersion}/units/${id}.${form}`;
      const expected: [headers: Record<string, string>, target: string | undefined][] = [
        [{ accept: 'text/turtle' }, data('ttl')],
        [{ accept: 'application/ld+json, */*;q=0.1', 'accept-language': 'nl' }, data('jsonld')],
        [{ accept: 'application/json' }, data('jsonld')],
        [{ accept: 'text/html;q=0, text/turtle' }, data('ttl')],
        [{ accept: 'text/turtle; q=0.0' }, undefined],
        ...Object.entries(targets).flatMap(([code, target]): typeof expected => [
          [{ accept: browser, 'accept-language': `en-GB,${code}-BE;q=0.9` }, target],
          [{ 'accept-language': code.toUpperCase() }, target],
          [{ 'accept-language': `${others(code)}${code}-BE,*;q=0` }, target],
          [{ 'accept-language': `${code};q=0.00,*` }, undefined],
        ]),
        // No language is a default.
        [{ accept: browser, 'accept-language': 'en,de;q=0.5' }, undefined],
        [{}, undefined],
      ];
      for (const [headers, target] of expected) {
        const what = `${path} ${JSON.stringify(headers)}`;
        const answer = await ask(host.port, path, { headers });
        faults.equal(`${what}: status`, answer.status, target === undefined ? 200 : 303);
        faults.equal(`${what}: Location`, answer.headers.location, target);
        faults.equal(`${what}: Vary`, answer.headers.vary, 'Accept, Accept-Language, Accept-Encoding');
        faults.commonHeaders(what, answer, rules, target === undefined ? rules.files[path] : undefined);
      }
      faults.equal(`${data('ttl')}: status`, (await ask(host.port, data('ttl'))).status, 200);
    }
    const unknown = await ask(host.port, '/id/bestaat-niet', { headers: { accept: 'text/turtle' } });
    faults.errorPage('an unknown identifier', unknown, host, [404]);
    return faults.found;
  },
};

export const sharesDataAlone: HostPromise = {
  name: 'lets programs of other sites read the files below /data/, and nothing else',
  async faults(host) {
    const faults = new Faults();
    for (const path of [...Object.keys(rulesOf(host).files), '/data/bestaat-niet.json', '/bestaat-niet']) {
      const answer = await ask(host.port, path, { headers: { origin: 'https://example.org' } });
      const expected = path.startsWith(dataPrefix) && answer.status === 200 ? '*' : undefined;
      faults.equal(`${path}: Access-Control-Allow-Origin`, answer.headers['access-control-allow-origin'], expected);
    }
    return faults.found;
  },
};
