import { extname } from 'node:path';
import { identifierPrefix } from '#lib/open-data/data-paths.ts';
import { isText } from '#lib/site/media-types.ts';
import { notFoundFile } from '#publish/hosts/site-files.ts';
import { ask } from '../client.ts';
import { decode, Faults, fileOf, type HostPromise, rulesOf } from './promise.ts';

const everyForm = 'gzip, deflate, br, zstd';

/** Values of Accept-Encoding, and the forms that a response may have, best first. The host sends the first that it can. */
const wishes: readonly (readonly [string | undefined, readonly string[]])[] = [
  [undefined, ['identity']],
  ['', ['identity']],
  ['identity', ['identity']],
  ['gzip', ['gzip']],
  ['GZIP', ['gzip']],
  ['x-brand, bro, xgzipx', ['identity']],
  [everyForm, ['br', 'gzip']],
  ['br', ['br', 'identity']],
  ['br;q=1.0, gzip;q=0.8, *;q=0.1', ['br', 'gzip']],
  ['gzip;q=0', ['identity']],
  ['gzip;q=0.0', ['identity']],
  ['gzip; q=0, identity', ['identity']],
  ['br;q=0', ['identity']],
  ['br;q=0, gzip', ['gzip']],
  ['gzip;q=0, br', ['br', 'identity']],
  ['gzip;q=0, br;q=0', ['identity']],
  ['gzip;q=0.001', ['gzip']],
];

export const sendsTheFormThatIsAccepted: HostPromise = {
  name: 'sends texts in the best compressed form that the client accepts',
  async faults(host) {
    const faults = new Faults();
    const rules = rulesOf(host);
    const texts: [path: string, file: string, method?: string][] = [
      ['/bestaat-niet', notFoundFile],
      ['/', notFoundFile, 'POST'],
      ...Object.entries(rules.files).filter(([, file]) => isText(file)),
    ];
    const kinds = new Set<string>();
    for (const [path, file, method = 'GET'] of texts) {
      // Every text in both forms, and the first of each kind for every wish.
      const kind = `${method} ${extname(file)} ${path.startsWith(identifierPrefix)}`;
      const asked = kinds.has(kind)
        ? wishes.filter(([accepted]) => accepted === everyForm || accepted === 'gzip')
        : wishes;
      kinds.add(kind);
      for (const [accepted, allowed] of asked) {
        const headers = accepted === undefined ? {} : { 'Accept-Encoding': accepted };
        const answer = await ask(host.port, path, { headers, method });
        const what = `${method} ${path} for "${accepted ?? 'no Accept-Encoding'}"`;
        const expected = allowed.find((form) => form === 'identity' || host.encodings.includes(form));
        const form = answer.headers['content-encoding'] ?? 'identity';
        faults.equal(`${what}: Content-Encoding`, form, expected);
        const chosen = path.startsWith(identifierPrefix)
          ? 'Accept, Accept-Language, Accept-Encoding'
          : 'Accept-Encoding';
        faults.equal(`${what}: Vary`, answer.headers.vary, chosen);
        faults.equal(`${what}: Content-Length`, answer.headers['content-length'], String(answer.body.length));
        faults.body(what, decode(answer.body, form), fileOf(host, file));
      }
    }
    return faults.found;
  },
};

export const sendsFontsAsTheyAre: HostPromise = {
  name: 'sends fonts and other compressed files as they are',
  async faults(host) {
    const faults = new Faults();
    for (const [path, file] of Object.entries(rulesOf(host).files).filter(([, each]) => !isText(each))) {
      const answer = await ask(host.port, path, { headers: { 'Accept-Encoding': 'br, gzip' } });
      faults.equal(`${path}: Content-Encoding`, answer.headers['content-encoding'], undefined);
      faults.body(path, answer.body, fileOf(host, file));
    }
    return faults.found;
  },
};

export const givesEachFormItsOwnTag: HostPromise = {
  name: 'gives each form of a text its own ETag',
  async faults(host) {
    const faults = new Faults();
    const tags = new Set<unknown>();
    const forms = ['identity', ...host.encodings];
    for (const form of forms) {
      tags.add((await ask(host.port, '/', { headers: { 'Accept-Encoding': form } })).headers.etag);
    }
    faults.equal('number of ETags of /', tags.size, forms.length);
    return faults.found;
  },
};

export const compressesBehindProxies: HostPromise = {
  name: 'sends compressed forms to clients behind a proxy',
  async faults(host) {
    const faults = new Faults();
    const headers = { 'Accept-Encoding': 'gzip', Via: '1.1 proxy' };
    const answer = await ask(host.port, '/', { headers });
    faults.equal('/: Content-Encoding', answer.headers['content-encoding'], 'gzip');
    return faults.found;
  },
};
