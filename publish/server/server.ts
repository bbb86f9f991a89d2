import { readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import path from 'node:path';
import Negotiator from 'negotiator';
import send from 'send';
import { identifierPrefix } from '#lib/open-data/data-paths.ts';
import { isText, mediaTypeOf } from '#lib/site/media-types.ts';
import { dataPrefix, type Headers, immutablePrefix, isCard, policyOf } from '../hosts/headers.ts';
import type { Hosting } from '../hosts/hosting.ts';
import { identifierVary, targetOf } from '../hosts/identifiers.ts';
import { nearPaths, nearPattern } from '../hosts/near-paths.ts';
import { type FilePath, notFoundFile } from '../hosts/site-files.ts';

/**
 * The embedded server, for a look at the site and for tests: serves `out/site` by the rules of `out/hosting.json`. nginx serves
 * visitors.
 * @param out absolute path of the folder that the build wrote
 * @throws Error when the build is incomplete
 */
export function createSiteServer(out: string): Server {
  const latest = latestBuild(out);
  return createServer((request, response) => answer(request, response, latest()));
}

function answer(request: IncomingMessage, response: ServerResponse, build: Build): void {
  const { headers, redirects, gone, identifiers, files } = build;
  const [path, query] = splitTarget(request.url ?? '/');
  setHeaders(response, { ...headers.always, ...headers.changing, 'Content-Security-Policy': policyOf(headers) });
  const file = own(files, path);
  const target =
    own(redirects, path) ?? (file === undefined && !gone.includes(path) ? nearest(build, path) : undefined);
  const identified = targetOf(identifiers, path, {
    accept: request.headers.accept,
    language: request.headers['accept-language'],
  });
  if (!isWellFormed(path)) {
    fail(request, response, build, 400);
  } else if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    fail(request, response, build, 405);
  } else if (target !== undefined) {
    if (target.startsWith(dataPrefix)) setHeaders(response, headers.data);
    response.writeHead(301, { Location: query ? `${target}?${query}` : target, 'Content-Length': 0 }).end();
  } else if (identified !== null) {
    response.setHeader('Vary', identifierVary);
    response.writeHead(303, { Location: identified, 'Content-Length': 0 }).end();
  } else if (file !== undefined) {
    sendFile(request, response, build, file);
  } else {
    fail(request, response, build, gone.includes(path) ? 410 : 404);
  }
}

/** Sends a file in the best form that the client accepts. `send` answers conditional and range requests. */
function sendFile(request: IncomingMessage, response: ServerResponse, build: Build, file: FilePath): void {
  const suffix = isText(file) ? negotiate(request, response) : '';
  response.setHeader('Content-Type', mediaTypeOf(file) ?? '');
  response.setHeader('Content-Security-Policy', policyOf(build.headers, file));
  if (file.startsWith(immutablePrefix)) setHeaders(response, build.headers.immutable);
  if (isCard(file)) setHeaders(response, build.headers.cards);
  if (file.startsWith(identifierPrefix)) response.setHeader('Vary', identifierVary);
  if (file.startsWith(dataPrefix)) setHeaders(response, build.headers.data);
  const link = own(build.headers.links, file);
  if (link) response.setHeader('Link', link);
  send(request, file + suffix, { root: build.site, index: false, dotfiles: 'allow', cacheControl: false })
    .on('error', ({ status }: { status: number }) => {
      if (response.headersSent) response.destroy();
      else fail(request, response, build, status);
    })
    .pipe(response);
}

/** Sends the error page, without the headers of the requested file: no cache may keep it as that file. */
function fail(request: IncomingMessage, response: ServerResponse, build: Build, status: number): void {
  for (const name of ['ETag', 'Last-Modified', 'Accept-Ranges', 'Link', 'Access-Control-Allow-Origin'])
    response.removeHeader(name);
  setHeaders(response, { ...build.headers.always, ...build.headers.changing });
  response.setHeader('Content-Security-Policy', policyOf(build.headers));
  const body = build.errorPage.get(negotiate(request, response)) ?? Buffer.alloc(0);
  response.writeHead(status, { 'Content-Type': mediaTypeOf(notFoundFile) ?? '', 'Content-Length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function negotiate(request: IncomingMessage, response: ServerResponse): Suffix {
  const accepted = new Negotiator(request).encodings(forms.map(({ encoding }) => encoding));
  const { encoding, suffix } = forms.find((form) => accepted.includes(form.encoding)) ?? forms[2];
  response.setHeader('Vary', 'Accept-Encoding');
  if (suffix) response.setHeader('Content-Encoding', encoding);
  return suffix;
}

function setHeaders(response: ServerResponse, headers: Headers): void {
  response.setHeaders(new Map(Object.entries(headers)));
}

/** Splits a request target into path and query; the target may be a whole URL (RFC 9112, 3.2.2). */
function splitTarget(target: string): [path: string, query?: string] {
  const [path = '', ...query] = target.replace(/^https?:\/\/[^/?]*/i, '').split('?');
  return query.length > 0 ? [path || '/', query.join('?')] : [path || '/'];
}

/** Whether percent-encoding is complete (RFC 3986, 2.1) and contains no NUL. */
function isWellFormed(path: string): boolean {
  return !/%(?![\da-f]{2})|%00/i.test(path);
}

/** The page meant by a path with capitals or with a sign at its end. */
function nearest(build: Build, path: string): string | undefined {
  const near = isNear.exec(path)?.groups?.['near'];
  return near && own(build.near, near.toLowerCase());
}

const isNear = new RegExp(nearPattern, 'i');

function own(table: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

/** The compressed forms of each text, best first, and the text itself. */
const forms = [
  { encoding: 'br', suffix: '.br' },
  { encoding: 'gzip', suffix: '.gz' },
  { encoding: 'identity', suffix: '' },
] as const;

type Suffix = (typeof forms)[number]['suffix'];

/** What the server needs from a build: its rules, its folder, and the error page in each form. */
interface Build extends Hosting {
  /** Absolute path of `out/site`. */
  readonly site: string;
  /** The page that each path in lower case means. */
  readonly near: Readonly<Record<string, string>>;
  readonly errorPage: ReadonlyMap<Suffix, Buffer>;
}

/**
 * Reads a build, and reads it again when a new build has replaced it: new pages need the new Content-Security-Policy.
 * @throws Error when the build is incomplete
 */
function latestBuild(out: string): () => Build {
  const rules = path.join(out, 'hosting.json');
  let build = readBuild(out, rules);
  let read = statSync(rules).mtimeMs;
  return () => {
    try {
      const modified = statSync(rules).mtimeMs;
      if (modified !== read) [build, read] = [readBuild(out, rules), modified];
    } catch {
      // The folder is being replaced right now: use what was read before.
    }
    return build;
  };
}

function readBuild(out: string, rules: string): Build {
  const site = path.join(out, 'site');
  const errorPage = new Map(forms.map(({ suffix }) => [suffix, readFileSync(path.join(site, notFoundFile + suffix))]));
  const hosting = JSON.parse(readFileSync(rules, 'utf8')) as Hosting;
  return { ...hosting, site, near: nearPaths(hosting), errorPage };
}
