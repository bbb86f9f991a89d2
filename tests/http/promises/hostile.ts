import { ask, askRaw, askRawTarget } from '../client.ts';
import { Faults, type HostPromise } from './promise.ts';

/** Targets that are not addresses, or that try to leave the folder of the site. */
const hostileTargets = [
  '/%',
  '/%ZZ',
  '/nl/%ZZ',
  '/nl/%c3',
  '/nl/%ff%fe',
  '/nl/\xe9',
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
  'hosting.json',
  '../hosting.json',
  '*',
  '?',
  '#',
];

/** What stands in files of the build and of the machine, and on no page. */
const secrets = ['"redirects"', 'worker_processes', '"sha256"', 'root:x:'];

export const withstandsHostileAddresses: HostPromise = {
  name: 'a malformed address, or one that leads out of the site, answers 400 or 404 and sends nothing from elsewhere',
  async faults(host) {
    const faults = new Faults();
    for (const target of hostileTargets) {
      const { status, body } = await askRawTarget(host.port, target);
      faults.oneOf(`${target}: status`, status, [400, 404]);
      for (const secret of secrets) {
        faults.that(`${target}: sends a file from outside the site (${secret})`, !body.includes(secret));
      }
    }
    faults.equal('the site afterwards: status', (await ask(host.port, '/')).status, 200);
    return faults.found;
  },
};

/** Requests that break the rules of HTTP, and the statuses with which a server may say so. */
const malformedRequests: readonly (readonly [string, string])[] = [
  ['a URL of 20 KB', `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`],
  [
    'a query of 20 KB',
    `GET /?${'a'.repeat(20_000)} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`,
  ],
  [
    'a header of 20 KB',
    `GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Long: ${'a'.repeat(20_000)}\r\n\r\n`,
  ],
  ['no Host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n'],
  ['a method in lower case', 'get / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n'],
  ['no HTTP at all', '\x16\x03\x01\x02\x00\x01\x00\r\n\r\n'],
  [
    'a control character in the query',
    'GET /nl/?\x7f HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
  ],
  ['two lengths', 'GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n'],
];

export const withstandsMalformedRequests: HostPromise = {
  name: 'a request that is too long or not HTTP is refused, and never fails the server',
  async faults(host) {
    const faults = new Faults();
    for (const [what, text] of malformedRequests) {
      const { status } = await askRaw(host.port, text);
      faults.that(`${what}: status is ${status}, not 4xx`, status >= 400 && status < 500);
    }
    faults.equal('the site afterwards: status', (await ask(host.port, '/')).status, 200);
    return faults.found;
  },
};
