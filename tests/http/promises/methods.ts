import { notFoundFile } from '../../../publish/site-files.ts';
import { publishedPages } from '../../published-site.ts';
import { ask, askRaw } from '../client.ts';
import { Faults, fileOf, type HostPromise, rulesOf } from './promise.ts';

const page = publishedPages[0]?.path ?? '/';

export const refusesOtherMethods: HostPromise = {
  name: 'a method other than GET and HEAD answers 405 and says which are allowed',
  async faults(host) {
    const faults = new Faults();
    const rules = rulesOf(host);
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE']) {
      for (const target of [page, `${page}/`, '/', '/bestaat-niet', '/robots.txt']) {
        const answer = await ask(host.port, target, { method });
        faults.equal(`${method} ${target}: status`, answer.status, 405);
        faults.equal(`${method} ${target}: Allow`, answer.headers.allow, 'GET, HEAD');
        faults.commonHeaders(`${method} ${target}`, answer, rules, rules.files[target]);
        faults.body(`${method} ${target}`, answer.body, fileOf(host, notFoundFile));
      }
    }
    faults.equal(
      'POST with a short body: status',
      (await ask(host.port, page, { method: 'POST', body: 'a=b' })).status,
      405,
    );
    return faults.found;
  },
};

export const refusesBodies: HostPromise = {
  // nginx looks at the announced size of a body before it looks at the method.
  name: 'a long body is refused before it is sent, as not allowed or as too large',
  async faults(host) {
    const faults = new Faults();
    const text = `POST ${page} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 100000\r\n\r\n`;
    faults.oneOf('a POST of 100 KB: status', (await askRaw(host.port, text)).status, [405, 413]);
    faults.equal('the page afterwards: status', (await ask(host.port, page)).status, 200);
    return faults.found;
  },
};

export const answersHead: HostPromise = {
  name: 'HEAD answers with the headers of GET and without a body',
  async faults(host) {
    const faults = new Faults();
    const asset = Object.keys(rulesOf(host).files).find((address) => address.endsWith('.woff2')) ?? '';
    for (const target of ['/', page, `${page}/?a=b`, '/bestaat-niet', '/nl/%ZZ', '/robots.txt', asset]) {
      for (const coding of ['identity', 'gzip']) {
        const lines = `Host: localhost\r\nConnection: close\r\nAccept-Encoding: ${coding}\r\n\r\n`;
        const get = await askRaw(host.port, `GET ${target} HTTP/1.1\r\n${lines}`);
        const head = await askRaw(host.port, `HEAD ${target} HTTP/1.1\r\n${lines}`);
        faults.equal(`HEAD ${target}: status`, head.status, get.status);
        faults.equal(`HEAD ${target}: bytes of the body`, head.body.length, 0);
        const { date: _, ...expected } = get.headers;
        for (const [name, value] of Object.entries(expected)) {
          faults.equal(`HEAD ${target}: ${name}`, head.headers[name], value);
        }
      }
    }
    return faults.found;
  },
};
