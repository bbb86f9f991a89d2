import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import path from 'node:path';
import sirv from 'sirv';
import { immutablePrefix } from '../headers.ts';
import type { Hosting } from '../publish.ts';
import { methods, notFoundFile } from '../site-files.ts';
import { typeOf } from '../types.ts';

/**
 * The embedded server: sends `out/site` by the rules of `out/hosting.json`, as nginx does by `out/nginx.conf`.
 * sirv chooses the compressed form and answers conditional and range requests.
 * @param out folder that the build wrote
 */
export function createSiteServer(out: string): Server {
  const { headers, redirects, files } = JSON.parse(
    readFileSync(path.join(out, 'hosting.json'), 'utf8'),
  ) as Hosting;
  const site = path.join(out, 'site');
  const send = sirv(site, { brotli: true, gzip: true, etag: true, extensions: [] });
  const errorPage = errorPageOf(site);

  const fail = (request: IncomingMessage, response: ServerResponse, status: number) => {
    const { bytes, encoding } = errorPage(String(request.headers['accept-encoding'] ?? ''));
    response.writeHead(status, {
      'Content-Type': typeOf(notFoundFile) ?? '',
      'Content-Length': bytes.length,
      Vary: 'Accept-Encoding',
      ...(encoding ? { 'Content-Encoding': encoding } : {}),
    });
    response.end(request.method === 'HEAD' ? undefined : bytes);
  };

  return createServer({ requestTimeout: 10_000, headersTimeout: 10_000 }, (request, response) => {
    const [asked = '/', query] = splitOnce(request.url ?? '/', '?');
    for (const [name, value] of Object.entries(headers.always)) response.setHeader(name, value);
    const caching = asked.startsWith(immutablePrefix) ? headers.immutable : headers.changing;
    for (const [name, value] of Object.entries(caching)) response.setHeader(name, value);

    if (!methods.includes(request.method ?? '')) {
      response.setHeader('Allow', methods.join(', '));
      return fail(request, response, 405);
    }
    if (!isWellFormed(asked)) return fail(request, response, 400);
    const moved = own(redirects, asked);
    if (moved !== undefined) {
      response.writeHead(301, {
        Location: query === undefined ? moved : `${moved}?${query}`,
        'Content-Length': 0,
      });
      return response.end();
    }
    const file = own(files, asked);
    if (file === undefined) return fail(request, response, 404);
    request.url = file;
    return send(request, response, () => fail(request, response, 404));
  });
}

/** The error page in the best form that the visitor accepts. */
function errorPageOf(site: string): (accepted: string) => { bytes: Buffer; encoding: string | null } {
  const read = (suffix: string) => readFileSync(path.join(site, notFoundFile + suffix));
  const forms = [
    { encoding: 'br', bytes: read('.br') },
    { encoding: 'gzip', bytes: read('.gz') },
  ];
  const plain = { encoding: null, bytes: read('') };
  return (accepted) => forms.find(({ encoding }) => new RegExp(`\\b${encoding}\\b`).test(accepted)) ?? plain;
}

function splitOnce(text: string, separator: string): [string, string?] {
  const index = text.indexOf(separator);
  return index < 0 ? [text] : [text.slice(0, index), text.slice(index + 1)];
}

/** Whether percent-encoding is complete and stands for characters (RFC 3986, 2.1), none of them NUL. */
function isWellFormed(asked: string): boolean {
  try {
    return !decodeURIComponent(asked).includes('\0');
  } catch {
    return false;
  }
}

function own(table: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
