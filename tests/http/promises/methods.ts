import { publishedPages } from '../../published-site.ts';
import { ask, askRaw } from '../client.ts';
import { Faults, type HostPromise, rulesOf } from './promise.ts';

const page = publishedPages[0]?.path ?? '/';

/** Methods of HTTP and its extensions, and unknown ones. */
const otherMethods = [
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'PROPFIND',
  'M-SEARCH',
  'QUERY',
  'MAKE-COFFEE',
  'GETS',
];

export const refusesOtherMethods: HostPromise = {
  name: 'answers 405 with the error page and the allowed methods to any other method than GET and HEAD',
  async faults(host) {
    const faults = new Faults();
    for (const method of otherMethods) {
      for (const target of [
        page,
        `${page}/`,
        `${page}.html`,
        `${page}.html.br`,
        '/',
        '/bestaat-niet',
        '/404.html',
        '/robots.txt',
      ]) {
        const what = `${method} ${target}`;
        const answer = await askRaw(
          host.port,
          `${method} ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`,
        );
        faults.errorPage(what, answer, host, [405]);
        faults.equal(`${what}: Allow`, answer.headers.allow, 'GET, HEAD');
      }
    }
    const tunnel = 'CONNECT localhost:443 HTTP/1.1\r\nHost: localhost\r\n\r\n';
    faults.errorPage('CONNECT', await askRaw(host.port, tunnel), host, [400, 405]);
    return faults.found;
  },
};

export const refusesBodies: HostPromise = {
  name: 'refuses a body of any length and form, and answers later requests',
  async faults(host) {
    const faults = new Faults();
    const post = (lines: string, body = '') =>
      askRaw(host.port, `POST ${page} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${lines}\r\n${body}`);
    const answers = {
      'a short body': await post('Content-Length: 3\r\n', 'a=b'),
      'a body in chunks': await post('Transfer-Encoding: chunked\r\n', '3\r\na=b\r\n0\r\n\r\n'),
      'a long body that is never sent': await post('Content-Length: 100000\r\n'),
      'a long body that waits for 100 Continue': await post('Content-Length: 100000\r\nExpect: 100-continue\r\n'),
      'a long body that is sent': await post('Content-Length: 100000\r\n', 'a'.repeat(100_000)),
    };
    for (const [what, answer] of Object.entries(answers)) {
      faults.errorPage(`POST of ${what}`, answer, host, [405]);
    }
    faults.equal('the page afterwards: status', (await ask(host.port, page)).status, 200);
    return faults.found;
  },
};

export const answersHead: HostPromise = {
  name: 'answers HEAD with the headers of GET and without a body',
  async faults(host) {
    const faults = new Faults();
    const asset = Object.keys(rulesOf(host).files).find((path) => path.endsWith('.woff2')) ?? '';
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
