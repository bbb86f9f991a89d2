import { readFileSync } from 'node:fs';
import path from 'node:path';
import { policyOf } from '../../../publish/headers.ts';
import type { Hosting } from '../../../publish/hosting.ts';
import type { FilePath } from '../../../publish/site-files.ts';
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
   * The headers that every answer carries, and nothing that tells about the server or the visitor.
   * @param file that is found at the address; none for a redirect or an unknown address
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
