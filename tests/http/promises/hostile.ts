import { ask, askRaw, askRawTarget } from '../client.ts';
import type { Host } from '../hosts.ts';
import { Faults, type HostPromise, rulesOf } from './promise.ts';

/** Paths that are malformed or try to leave the folder of the site. */
const hostilePaths = [
  '/%',
  '/%ZZ',
  '/nl/%ZZ',
  '/nl/%c3',
  '/nl/%ff%fe',
  '/%00',
  '/nl%00.html',
  '/nl/contact%00',
  '/..',
  '/../',
  '/../hosting.json',
  '/../../../../../../../../etc/passwd',
  '/nl/../../hosting.json',
  '/assets/../../nginx.conf',
  '/assets/../../../etc/passwd',
  '/%2e%2e/hosting.json',
  '/%2e%2e%2fhosting.json',
  '/..%2fhosting.json',
  '/..%5chosting.json',
  '/..\\hosting.json',
  '/%252e%252e/hosting.json',
  '/%c0%ae%c0%ae/hosting.json',
  '/....//hosting.json',
  '//etc/passwd',
  '/site/../../hosting.json',
  'http://localhost/../hosting.json',
];

/** Request targets that are neither a path nor a URL. */
const malformedTargets = ['/nl/\xe9', 'hosting.json', '../hosting.json', '*', '?', '#'];

/** Strings that occur in files of the build and of the machine, but on no page. */
const secrets = ['"redirects"', 'worker_processes', '"sha256"', 'root:x:'];

export const withstandsHostilePaths: HostPromise = {
  name: 'answers 400 or 404 with the error page to a malformed path, or one that leads out of the site',
  faults: (host) => faultsOfTargets(host, hostilePaths),
};

export const withstandsMalformedTargets: HostPromise = {
  name: 'answers 400 or 404 with the error page to a target that is neither a path nor a URL',
  faults: (host) => faultsOfTargets(host, malformedTargets),
};

async function faultsOfTargets(host: Host, targets: readonly string[]): Promise<string[]> {
  const faults = new Faults();
  for (const target of targets) {
    const answer = await askRawTarget(host.port, target);
    faults.errorPage(target, answer, host, [400, 404]);
    for (const secret of secrets) {
      const isSent = answer.body.includes(secret);
      faults.that(`${target}: sends a file from outside the site (${secret})`, !isSent);
    }
  }
  faults.equal('the site afterwards: status', (await ask(host.port, '/')).status, 200);
  return faults.found;
}

const asked = 'GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n';
const many = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join('');

/** Requests that break the rules of HTTP, and the statuses that a server may answer with. */
const malformedRequests: readonly (readonly [what: string, request: string, statuses: readonly number[]])[] = [
  ['a URL of 20 KB', `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`, [414, 431]],
  [
    'a query of 20 KB',
    `GET /?${'a'.repeat(20_000)} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`,
    [414, 431],
  ],
  ['a header of 20 KB', `${asked}X-Long: ${'a'.repeat(20_000)}\r\n\r\n`, [431]],
  ['a thousand headers', `${asked}${many(1000, (index) => `X-${index}: ${'a'.repeat(40)}\r\n`)}\r\n`, [431]],
  ['no Host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', [400]],
  ['two Hosts', `${asked}Host: localhost\r\n\r\n`, [400]],
  ['a method in lower case', 'get / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n', [400]],
  ['no HTTP at all', '\x16\x03\x01\x02\x00\x01\x00\r\n\r\n', [400]],
  ['HTTP/2', 'GET / HTTP/2.0\r\nHost: localhost\r\n\r\n', [505]],
  ['the preface of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', [400, 405]],
  ['HTTP/9.9', 'GET / HTTP/9.9\r\nHost: localhost\r\n\r\n', [505]],
  ['a version that is not a number', 'GET / HTTP/one\r\nHost: localhost\r\n\r\n', [400]],
  ['a space in the address', 'GET /a b HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n', [400, 404]],
  ['a control character in the query', 'GET /nl/?\x7f HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n', [400]],
  ['a NUL in the address', 'GET /\0 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n', [400]],
  ['a NUL in a header', `${asked}X-Nul: a\0b\r\n\r\n`, [400]],
  ['a header without a name', `${asked}: value\r\n\r\n`, [400]],
  ['a space before the colon', `${asked}X-Space : a\r\n\r\n`, [400]],
  ['two lengths', 'GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n', [400]],
  ['a length that is not a number', `${asked}Content-Length: -1\r\n\r\n`, [400]],
  [
    'a length and chunks (request smuggling)',
    `POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    [400],
  ],
  ['an unknown transfer coding', `${asked}Transfer-Encoding: magic\r\n\r\n`, [501]],
];

export const withstandsMalformedRequests: HostPromise = {
  name: 'refuses a request that is too long or not HTTP with the error page, and keeps running',
  async faults(host) {
    const faults = new Faults();
    for (const [what, text, statuses] of malformedRequests) {
      faults.errorPage(what, await askRaw(host.port, text), host, statuses);
    }
    faults.equal('the site afterwards: status', (await ask(host.port, '/')).status, 200);
    return faults.found;
  },
};

export const ignoresOtherHeaders: HostPromise = {
  name: 'ignores headers that do not concern a server of static files',
  async faults(host) {
    const faults = new Faults();
    const plain = await ask(host.port, '/');
    for (const headers of [
      { Expect: '100-continue' },
      { Expect: 'unknown' },
      { Upgrade: 'websocket', Connection: 'Upgrade' },
      { Upgrade: 'h2c', Connection: 'Upgrade, HTTP2-Settings', 'HTTP2-Settings': 'AAMAAABkAAQAAP__' },
      { 'X-HTTP-Method-Override': 'DELETE' },
      { 'X-Forwarded-Host': 'elsewhere.example', 'X-Forwarded-Proto': 'http' },
      { 'X-Original-URL': '/nl', 'X-Rewrite-URL': '/nl' },
      { Cookie: 'a=b', Authorization: 'Basic YTpi' },
      { Range: 'lines=1-2', 'If-Range': 'yesterday' },
    ]) {
      const what = JSON.stringify(headers);
      const answer = await ask(host.port, '/', { headers });
      faults.equal(`${what}: status`, answer.status, 200);
      faults.commonHeaders(what, answer, rulesOf(host), rulesOf(host).files['/']);
      faults.body(what, answer.body, plain.body);
    }
    return faults.found;
  },
};
