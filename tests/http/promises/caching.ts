import { publishedPages } from '../../published-site.ts';
import { ask } from '../client.ts';
import { Faults, fileOf, type HostPromise, rulesOf } from './promise.ts';

const page = publishedPages[0]?.path ?? '/';
const day = 86_400_000;

export const answersConditionalRequests: HostPromise = {
  name: 'answers 304 to a client whose copy is current, and sends the file otherwise',
  async faults(host) {
    const faults = new Faults();
    const rules = rulesOf(host);
    const font = Object.keys(rules.files).find((path) => path.endsWith('.woff2')) ?? '';
    for (const target of [page, '/', '/sitemap.xml', font]) {
      for (const coding of ['identity', ...host.encodings]) {
        const accept = { 'Accept-Encoding': coding };
        const whole = await ask(host.port, target, { headers: accept });
        const { etag = '', 'last-modified': modified = '' } = whole.headers;
        faults.that(`${target}: no ETag`, /^(W\/)?"[^"]+"$/.test(etag));
        faults.that(`${target}: no Last-Modified`, !Number.isNaN(Date.parse(modified)));
        const opaque = etag.replace('W/', '');
        const older = new Date(Date.parse(modified) - day).toUTCString();
        const conditions: readonly [Record<string, string>, number][] = [
          [{ 'If-None-Match': etag }, 304],
          [{ 'If-None-Match': `"other", ${etag}` }, 304],
          [{ 'If-None-Match': `W/${opaque}` }, 304],
          [{ 'If-None-Match': '*' }, 304],
          [{ 'If-None-Match': '"other"' }, 200],
          [{ 'If-Modified-Since': modified }, 304],
          [{ 'If-Modified-Since': older }, 200],
          [{ 'If-Modified-Since': 'yesterday' }, 200],
          // RFC 9110, 13.1.3: the date is ignored when there is an ETag.
          [{ 'If-None-Match': '"other"', 'If-Modified-Since': modified }, 200],
        ];
        for (const [condition, status] of conditions) {
          const what = `${target} (${coding}) with ${JSON.stringify(condition)}`;
          const answer = await ask(host.port, target, { headers: { ...accept, ...condition } });
          faults.equal(`${what}: status`, answer.status, status);
          faults.body(what, answer.body, status === 304 ? Buffer.alloc(0) : whole.body);
          // RFC 9110, 15.4.5: headers with which a cache updates its copy.
          for (const name of ['etag', 'cache-control', 'vary', 'content-security-policy'] as const) {
            faults.equal(`${what}: ${name}`, answer.headers[name], whole.headers[name]);
          }
        }
      }
    }
    return faults.found;
  },
};

export const checksPreconditions: HostPromise = {
  name: 'answers 412 with the error page to a client that requires another version (RFC 9110, 13.2.2)',
  async faults(host) {
    const faults = new Faults();
    const { headers, body } = await ask(host.port, page);
    const modified = headers['last-modified'] ?? '';
    const older = new Date(Date.parse(modified) - day).toUTCString();
    for (const condition of [{ 'If-Match': '"other"' }, { 'If-Unmodified-Since': older }]) {
      const answer = await ask(host.port, page, { headers: condition });
      faults.errorPage(`${page} with ${JSON.stringify(condition)}`, answer, host, [412]);
    }
    for (const condition of [{ 'If-Match': '*' }, { 'If-Unmodified-Since': modified }]) {
      const what = `${page} with ${JSON.stringify(condition)}`;
      const answer = await ask(host.port, page, { headers: condition });
      faults.equal(`${what}: status`, answer.status, 200);
      faults.body(what, answer.body, body);
    }
    return faults.found;
  },
};

export const answersRanges: HostPromise = {
  name: 'sends byte ranges of a file, and survives malformed ones',
  async faults(host) {
    const faults = new Faults();
    const rules = rulesOf(host);
    const [path = '', file = ''] = Object.entries(rules.files).find(([name]) => name.endsWith('.woff2')) ?? [];
    for (const [target, bytes] of [
      [path, fileOf(host, file)],
      [page, fileOf(host, rules.files[page] ?? '')],
    ] as const) {
      const { length } = bytes;
      const get = (range: string, more = {}) =>
        ask(host.port, target, { headers: { Range: range, 'Accept-Encoding': 'identity', ...more } });
      const parts: readonly [string, number, number][] = [
        ['bytes=0-0', 0, 1],
        ['bytes=0-99', 0, 100],
        ['bytes=100-199', 100, 200],
        [`bytes=${length - 10}-`, length - 10, length],
        ['bytes=-50', length - 50, length],
        [`bytes=10-${length + 1000}`, 10, length],
      ];
      for (const [range, start, end] of parts) {
        const answer = await get(range);
        const what = `${target} ${range}`;
        faults.equal(`${what}: status`, answer.status, 206);
        faults.equal(`${what}: Content-Range`, answer.headers['content-range'], `bytes ${start}-${end - 1}/${length}`);
        faults.body(what, answer.body, bytes.subarray(start, end));
        faults.commonHeaders(what, answer, rules, rules.files[target]);
      }

      const beyond = await get(`bytes=${length}-`);
      faults.equal(`${target} beyond the end: status`, beyond.status, 416);
      const caching = rules.headers.changing['Cache-Control'];
      faults.equal(`${target} beyond the end: Cache-Control`, beyond.headers['cache-control'], caching);
      faults.equal(`${target} beyond the end: Content-Range`, beyond.headers['content-range'], `bytes */${length}`);

      // A server may ignore or refuse a malformed range (RFC 9110, 14.2), but not guess what it means.
      for (const range of ['bytes=50-5', 'bytes=abc', 'bytes=', 'bytes=-', 'bytes=--5', 'bytes=5']) {
        const answer = await get(range);
        faults.oneOf(`${target} ${range}: status`, answer.status, [200, 416]);
        if (answer.status === 200) faults.body(`${target} ${range}`, answer.body, bytes);
      }
      const unknown = await get('items=0-5');
      faults.equal(`${target} in an unknown unit: status`, unknown.status, 200);
      faults.body(`${target} in an unknown unit`, unknown.body, bytes);

      // Several ranges: the whole file, or the parts in one multipart body.
      const several = await get('bytes=0-1,5-6');
      const isMultipart = several.headers['content-type']?.startsWith('multipart/byteranges') === true;
      faults.oneOf(`${target}, two ranges: status`, several.status, isMultipart ? [206] : [200]);

      const stale = await get('bytes=0-99', { 'If-Range': '"other"' });
      faults.equal(`${target}, part of an older version: status`, stale.status, 200);
      faults.body(`${target}, part of an older version`, stale.body, bytes);
    }
    faults.equal('the site afterwards: status', (await ask(host.port, '/')).status, 200);
    return faults.found;
  },
};
