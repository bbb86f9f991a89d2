import { readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import path from 'node:path';
import Negotiator from 'negotiator';
import send from 'send';
import { type Headers, immutablePrefix, policyOf } from '../headers.ts';
import type { Hosting } from '../hosting.ts';
import { type FilePath, methods, notFoundFile } from '../site-files.ts';
import { isText, typeOf } from '../types.ts';

/** What one build left behind: its rules, its folder, and the error page in its three forms. */
interface Build extends Hosting {
  readonly site: string;
  readonly errorPage: Readonly<Record<string, Buffer>>;
}

/** The compressed forms that lie beside each text, best first; the last one is the text itself. */
const forms = [
  { encoding: 'br', suffix: '.br' },
  { encoding: 'gzip', suffix: '.gz' },
  { encoding: 'identity', suffix: '' },
] as const;

/**
 * The embedded server: sends `out/site` by the rules of `out/hosting.json`, as nginx does by `out/nginx.conf`.
 * `send` answers conditional and range requests.
 * @param out folder that the build wrote
 */
export function createSiteServer(out: string): Server {
  const latest = latestBuild(out);
  return createServer({ requestTimeout: 10_000, headersTimeout: 10_000 }, (request, response) =>
    answer(request, response, latest()),
  );
}

function answer(request: IncomingMessage, response: ServerResponse, build: Build): void {
  const { headers, redirects, files } = build;
  const [asked, query] = splitTarget(request.url ?? '/');
  const moved = own(redirects, asked);
  const file = own(files, asked);
  setHeaders(response, { ...headers.always, ...headers.changing });
  response.setHeader('Content-Security-Policy', policyOf(headers, file));

  if (!methods.includes(request.method ?? '')) {
    response.setHeader('Allow', methods.join(', '));
    fail(request, response, build, 405);
  } else if (!isWellFormed(asked)) {
    fail(request, response, build, 400);
  } else if (moved !== undefined) {
    response.writeHead(301, { Location: query ? `${moved}?${query}` : moved, 'Content-Length': 0 }).end();
  } else if (file !== undefined) {
    sendFile(request, response, build, file);
  } else {
    fail(request, response, build, 404);
  }
}

function sendFile(request: IncomingMessage, response: ServerResponse, build: Build, file: FilePath): void {
  const suffix = isText(file) ? negotiate(request, response) : '';
  response.setHeader('Content-Type', typeOf(file) ?? '');
  if (file.startsWith(immutablePrefix)) setHeaders(response, build.headers.immutable);
  send(request, file + suffix, { root: build.site, index: false, dotfiles: 'allow', cacheControl: false })
    .on('error', ({ status }: { status: number }) => {
      if (response.headersSent) response.destroy();
      else fail(request, response, build, status);
    })
    .pipe(response);
}

/** Ends with the error page. Whatever was already said of the file that was asked does not hold for it: nobody keeps it for ever. */
function fail(request: IncomingMessage, response: ServerResponse, build: Build, status: number): void {
  for (const name of ['ETag', 'Last-Modified', 'Accept-Ranges']) response.removeHeader(name);
  setHeaders(response, build.headers.changing);
  const body = build.errorPage[negotiate(request, response)] ?? '';
  response.writeHead(status, { 'Content-Type': typeOf(notFoundFile) ?? '', 'Content-Length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function setHeaders(response: ServerResponse, headers: Headers): void {
  response.setHeaders(new Map(Object.entries(headers)));
}

/** Chooses the best form of a text that the visitor accepts, says so in the headers, and returns the suffix of its file. */
function negotiate(request: IncomingMessage, response: ServerResponse): string {
  const accepted = new Negotiator(request).encodings(forms.map(({ encoding }) => encoding));
  const { encoding, suffix } = forms.find((form) => accepted.includes(form.encoding)) ?? forms[2];
  response.setHeader('Vary', 'Accept-Encoding');
  if (suffix) response.setHeader('Content-Encoding', encoding);
  return suffix;
}

/**
 * Reads the build, and reads it again once another one has taken its place: the new pages need the new
 * Content-Security-Policy.
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
      // The folder is being replaced at this very moment: what was read before still holds.
    }
    return build;
  };
}

function readBuild(out: string, rules: string): Build {
  const site = path.join(out, 'site');
  const errorPage = Object.fromEntries(
    forms.map(({ suffix }) => [suffix, readFileSync(path.join(site, notFoundFile + suffix))]),
  );
  return { ...(JSON.parse(readFileSync(rules, 'utf8')) as Hosting), site, errorPage };
}

/** Path and query of a request, also of one that names the whole address (RFC 9112, 3.2.2). */
function splitTarget(target: string): [string, string?] {
  const local = target.replace(/^https?:\/\/[^/?]*/i, '');
  const [, asked = '', query] = /^([^?]*)(?:\?(.*))?$/s.exec(local) ?? [];
  return query === undefined ? [asked || '/'] : [asked || '/', query];
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
