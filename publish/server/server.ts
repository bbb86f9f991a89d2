import { createServer, IncomingMessage, type Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import Negotiator from 'negotiator';
import send from 'send';
import { isText, mediaTypeOf } from '#lib/site/media-types.ts';
import { type Headers, immutablePrefix, policyOf } from '../hosts/headers.ts';
import { type FilePath, methods, notFoundFile } from '../hosts/site-files.ts';
import { type Build, forms, latestBuild } from './build.ts';

/** How long a visitor may take to send a request, or to take some more of an answer, in milliseconds; as nginx. */
const defaultPatience = 10_000;
const keepAlive = 30_000;

/**
 * The embedded server: sends `out/site` by the rules of `out/hosting.json`, as nginx does by `out/nginx.conf`.
 * `send` answers conditional and range requests.
 * @param out folder that the build wrote
 * @param patience how long a visitor may take to send a request, or to take some more of an answer, in milliseconds
 */
export function createSiteServer(out: string, { patience = defaultPatience } = {}): Server {
  const latest = latestBuild(out);
  const exchanges = new WeakMap<Socket, Exchange>();
  const listener = (request: IncomingMessage, response: ServerResponse) => {
    exchanges.set(request.socket, { request, response });
    answer(request, response, latest());
  };
  const server = createServer({
    headersTimeout: patience,
    requestTimeout: patience,
    connectionsCheckingInterval: Math.min(patience, 1000),
    keepAliveTimeout: keepAlive,
    // Node would answer by itself, without any of our headers.
    requireHostHeader: false,
  });
  server.setTimeout(patience);
  server.on('request', listener);
  // No body is ever asked for, and other expectations may be ignored (RFC 9110, 10.1.1).
  server.on('checkContinue', listener);
  server.on('checkExpectation', listener);
  server.on('connect', (request, socket: Socket) => refuse(request, socket, latest(), 405));
  server.on('clientError', (error, socket: Socket) =>
    refuseFaultyRequest(error, socket, latest(), exchanges.get(socket)),
  );
  return server;
}

function answer(request: IncomingMessage, response: ServerResponse, build: Build): void {
  const { headers, redirects, gone, files } = build;
  const [asked, query] = splitTarget(request.url ?? '/');
  const moved = own(redirects, asked);
  const file = own(files, asked);
  setHeaders(response, { ...headers.always, ...headers.changing });
  response.setHeader('Content-Security-Policy', policyOf(headers));

  if (!isWellFormed(asked) || !isUnderstood(request)) {
    fail(request, response, build, 400);
  } else if (!methods.includes(request.method ?? '')) {
    fail(request, response, build, 405);
  } else if (moved !== undefined) {
    response.writeHead(301, { Location: query ? `${moved}?${query}` : moved, 'Content-Length': 0 }).end();
  } else if (file !== undefined) {
    sendFile(request, response, build, file);
  } else {
    fail(request, response, build, gone.includes(asked) ? 410 : 404);
  }
}

function sendFile(request: IncomingMessage, response: ServerResponse, build: Build, file: FilePath): void {
  const suffix = isText(file) ? negotiate(request, response) : '';
  response.setHeader('Content-Type', mediaTypeOf(file) ?? '');
  response.setHeader('Content-Security-Policy', policyOf(build.headers, file));
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
  response.setHeader('Content-Security-Policy', policyOf(build.headers));
  if (status === 405) response.setHeader('Allow', methods.join(', '));
  const body = build.errorPage[negotiate(request, response)] ?? '';
  response.writeHead(status, {
    'Content-Type': mediaTypeOf(notFoundFile) ?? '',
    'Content-Length': body.length,
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** The last request on a connection, and its answer. */
interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/**
 * Answers what Node cannot read as a request, or waits for in vain: with the same page and headers as every error, where Node
 * would send neither.
 */
function refuseFaultyRequest(error: RequestError, socket: Socket, build: Build, last?: Exchange): void {
  const isAnswered = last?.response.writableFinished ?? true;
  const isBodyOfLast = last !== undefined && !last.request.complete;
  if (!socket.writable || error.code === 'ECONNRESET' || (isAnswered && isBodyOfLast)) socket.destroy();
  // What follows half an answer would be taken for the rest of it.
  else if (!isAnswered) last?.response.once('finish', () => socket.end());
  else refuse(new IncomingMessage(socket), socket, build, statusOf(error));
}

type RequestError = NodeJS.ErrnoException & { readonly rawPacket?: Buffer };

function statusOf({ code, rawPacket }: RequestError): number {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return 431;
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return 408;
    case 'HPE_INVALID_METHOD':
      // Methods are words in capitals; others than those that Node has heard of are no more allowed than those (RFC 9110, 9.1).
      return /^[A-Z_-]+ /.test(rawPacket?.toString('latin1') ?? '') ? 405 : 400;
    default:
      return 400;
  }
}

/** Sends the error page on a connection that Node has given up, and ends it. */
function refuse(request: IncomingMessage, socket: Socket, build: Build, status: number): void {
  const response = new ServerResponse(request);
  response.shouldKeepAlive = false;
  response.assignSocket(socket);
  // Who is still sending reads the answer only if the connection is not cut at once.
  response.once('finish', () => socket.end());
  setHeaders(response, { ...build.headers.always, ...build.headers.changing });
  fail(request, response, build, status);
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

/** Path and query of a request, also of one that names the whole address (RFC 9112, 3.2.2). */
function splitTarget(target: string): [string, string?] {
  const local = target.replace(/^https?:\/\/[^/?]*/i, '');
  const [, asked = '', query] = /^([^?]*)(?:\?(.*))?$/s.exec(local) ?? [];
  return query === undefined ? [asked || '/'] : [asked || '/', query];
}

/** Whether percent-encoding is complete (RFC 3986, 2.1), and no character is NUL. */
function isWellFormed(asked: string): boolean {
  return !/%(?![\da-f]{2})|%00/i.test(asked);
}

/**
 * What Node reads, but not all that RFC 9112 asks: a known version (2.3), exactly one Host from HTTP/1.1 on (3.2), and no
 * transfer coding but chunks (6.1).
 */
function isUnderstood({ headersDistinct, httpVersion }: IncomingMessage): boolean {
  const hosts = headersDistinct['host']?.length ?? 0;
  const coding = headersDistinct['transfer-encoding']?.join().toLowerCase() ?? 'chunked';
  if (coding !== 'chunked') return false;
  return httpVersion === '1.0' ? hosts <= 1 : httpVersion === '1.1' && hosts === 1;
}

function own(table: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
