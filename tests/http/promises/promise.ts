import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { mediaTypeOf } from '#lib/site/media-types.ts';
import { policyOf } from '#publish/hosts/headers.ts';
import type { Hosting } from '#publish/hosts/hosting.ts';
import { type FilePath, notFoundFile } from '#publish/hosts/site-files.ts';
import type { Answer } from '../client.ts';
import type { Host } from '../hosts.ts';

/** Something that every host of the site must do. It looks at the answers alone, so it holds for any server. */
export interface HostPromise {
  readonly name: string;
  /** What the host does wrong, in words; nothing when it keeps the promise. */
  faults(host: Host): Promise<string[]>;
}

/** The rules that the build wrote for its hosts. */
export function rulesOf(host: Host): Hosting {
  return JSON.parse(readFileSync(path.join(host.out, 'hosting.json'), 'utf8'));
}

/** A published file, as it lies on the disk. */
export function fileOf(host: Host, file: string): Buffer {
  return readFileSync(path.join(host.out, 'site', file));
}

/** The text that a body stands for; nothing when it is not in the form that it claims. */
export function decode(body: Buffer, form: string): Buffer {
  try {
    if (form === 'br') return brotliDecompressSync(body);
    return form === 'gzip' ? gunzipSync(body) : body;
  } catch {
    return Buffer.alloc(0);
  }
}

/** Gathers differences between what a host answers and what it should. */
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

  /** The bytes of a body; long ones are not printed. */
  body(what: string, actual: Buffer, expected: Buffer): void {
    const sizes = `(${actual.length} bytes, expected ${expected.length})`;
    this.that(`${what}: the body is not the expected one ${sizes}`, actual.equals(expected));
  }

  /**
   * What every mistake is answered with: one of these statuses, and the page of all languages with all headers, its own policy
   * among them.
   * @param beyond the file beyond whose end was asked: its policy may stay, because a server may have written it by then, and
   * no browser shows this answer
   */
  errorPage(what: string, answer: Answer, host: Host, statuses: readonly number[], beyond?: FilePath): void {
    const rules = rulesOf(host);
    this.oneOf(`${what}: status`, answer.status, statuses);
    this.equal(`${what}: Content-Type`, answer.headers['content-type'], mediaTypeOf(notFoundFile) ?? '');
    const caching = rules.headers.changing['Cache-Control'];
    this.equal(`${what}: Cache-Control`, answer.headers['cache-control'], caching);
    // Nobody may keep the page for that of the address. Only who asks beyond the end may be told the tag of the file itself.
    if (answer.status !== 416) this.equal(`${what}: ETag`, answer.headers['etag'], undefined);
    const isOfFile =
      beyond !== undefined && answer.headers['content-security-policy'] === policyOf(rules.headers, beyond);
    this.commonHeaders(what, answer, rules, isOfFile ? beyond : undefined);
    this.body(what, answer.body, fileOf(host, notFoundFile));
  }

  /**
   * The headers that every answer carries, and nothing that tells about the server or the visitor.
   * @param file that is sent; none for a redirect or an error
   */
  commonHeaders(what: string, { headers }: Answer, rules: Hosting, file?: FilePath): void {
    for (const [name, value] of Object.entries(rules.headers.always)) {
      this.equal(`${what}: ${name}`, headers[name.toLowerCase()], value);
    }
    this.equal(`${what}: policy`, headers['content-security-policy'], policyOf(rules.headers, file));
    this.equal(`${what}: Set-Cookie`, headers['set-cookie'], undefined);
    this.equal(`${what}: X-Powered-By`, headers['x-powered-by'], undefined);
    this.that(`${what}: the Server header tells a version`, !/\d/.test(String(headers['server'] ?? '')));
  }
}

function show(value: unknown): string {
  return value === undefined ? 'absent' : JSON.stringify(value);
}
