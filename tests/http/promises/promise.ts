import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { mediaTypeOf } from '#lib/site/media-types.ts';
import { policyOf } from '#publish/hosts/headers.ts';
import type { Hosting } from '#publish/hosts/hosting.ts';
import { type FilePath, notFoundFile } from '#publish/hosts/site-files.ts';
import type { Answer } from '../client.ts';
import type { Host } from '../hosts.ts';

/** Something that a host of the site must do. It only looks at responses, so it can test any server. */
export interface HostPromise {
  /** A sentence without its subject: “answers every page with 200”. */
  readonly name: string;
  /** Where the host breaks the promise, one sentence each. */
  faults(host: Host): Promise<string[]>;
}

/** The rules that the build wrote for its hosts. */
export function rulesOf(host: Host): Hosting {
  return JSON.parse(readFileSync(path.join(host.out, 'hosting.json'), 'utf8'));
}

/** The content of a published file. */
export function fileOf(host: Host, file: string): Buffer {
  return readFileSync(path.join(host.out, 'site', file));
}

/** Decompresses a body; empty when it is not in the given form. */
export function decode(body: Buffer, form: string): Buffer {
  try {
    if (form === 'br') return brotliDecompressSync(body);
    return form === 'gzip' ? gunzipSync(body) : body;
  } catch {
    return Buffer.alloc(0);
  }
}

/** Collects differences between the responses of a host and the expected ones. */
export class Faults {
  readonly found: string[] = [];

  equal(what: string, actual: unknown, expected: unknown): void {
    if (actual !== expected) this.found.push(`${what} is ${show(actual)}, not ${show(expected)}`);
  }

  oneOf(what: string, actual: unknown, allowed: readonly unknown[]): void {
    if (!allowed.includes(actual)) {
      this.found.push(`${what} is ${show(actual)}, not ${allowed.map(show).join(' or ')}`);
    }
  }

  that(what: string, holds: boolean): void {
    if (!holds) this.found.push(what);
  }

  /** Compares bodies without printing them. */
  body(what: string, actual: Buffer, expected: Buffer): void {
    const sizes = `(${actual.length} bytes, expected ${expected.length})`;
    this.that(`${what}: the body is not the expected one ${sizes}`, actual.equals(expected));
  }

  /** Expects one of the given statuses, and the error page with all headers and its own policy. */
  errorPage(what: string, answer: Answer, host: Host, statuses: readonly number[]): void {
    const rules = rulesOf(host);
    this.oneOf(`${what}: status`, answer.status, statuses);
    this.equal(`${what}: Content-Type`, answer.headers['content-type'], mediaTypeOf(notFoundFile) ?? '');
    const caching = rules.headers.changing['Cache-Control'];
    this.equal(`${what}: Cache-Control`, answer.headers['cache-control'], caching);
    // No cache may keep the error page as the page of the path.
    this.equal(`${what}: ETag`, answer.headers['etag'], undefined);
    this.commonHeaders(what, answer, rules);
    this.body(what, answer.body, fileOf(host, notFoundFile));
  }

  /**
   * Expects the headers of every response, no cookie, and no version of the server.
   * @param file the file that is sent; absent for a redirect or an error
   */
  commonHeaders(what: string, { headers }: Answer, rules: Hosting, file?: FilePath): void {
    const { always, cards } = rules.headers;
    const expected = /^\/assets\/.+\.(?:png|jpeg)$/.test(file ?? '') ? { ...always, ...cards } : always;
    for (const [name, value] of Object.entries(expected)) {
      this.equal(`${what}: ${name}`, headers[name.toLowerCase()], value);
    }
    this.equal(`${what}: Link`, headers['link'], rules.headers.links[file ?? '']);
    this.equal(`${what}: policy`, headers['content-security-policy'], policyOf(rules.headers, file));
    this.equal(`${what}: Set-Cookie`, headers['set-cookie'], undefined);
    this.equal(`${what}: X-Powered-By`, headers['x-powered-by'], undefined);
    this.that(`${what}: the Server header contains a version`, !/\d/.test(String(headers['server'] ?? '')));
  }
}

function show(value: unknown): string {
  return value === undefined ? 'absent' : JSON.stringify(value);
}
