import { timingSafeEqual } from 'node:crypto';
import { Refusal } from '#edit/project.ts';

/** A refused request: a refusal among the messages of the desk, with its status. */
export class Refused extends Refusal {
  readonly status: number;
  /** What the answer has besides. */
  readonly data: object;

  constructor(status: number, key: string, values = {}, data = {}) {
    super(key, values);
    this.status = status;
    this.data = data;
  }
}

/** The editor, as the proxy that signed them in names them. */
export interface SignedIn {
  readonly author: string;
  readonly mail: string;
}

/**
 * Who sends a request. With `DESK_SECRET` the desk is behind a proxy that signs people in: it proves itself with the secret as the password of
 * HTTP Basic authentication (RFC 7617), and names the editor in `X-Forwarded-Email` and `X-Forwarded-Preferred-Username`.
 * @returns null on an editor's own machine, where there is no proxy
 * @throws Refused for a request without the secret or without an address
 */
export function signedIn(headers: Pick<Headers, 'get'>, secret = process.env['DESK_SECRET']): SignedIn | null {
  if (secret === undefined) return null;
  const [, encoded = ''] = /^Basic (\S+)$/.exec(headers.get('authorization') ?? '') ?? [];
  const password = Buffer.from(encoded, 'base64')
    .toString()
    .replace(/^[^:]*:/, '');
  const [given, wanted] = [Buffer.from(password), Buffer.from(secret)];
  const mail = headers.get('x-forwarded-email') ?? '';
  const isProxy = wanted.length > 0 && given.length === wanted.length && timingSafeEqual(given, wanted);
  if (!isProxy || !/^[^\s<>@]+@[^\s<>@]+$/.test(mail)) throw new Refused(401, 'unsigned');
  const name = (headers.get('x-forwarded-preferred-username') ?? '').replace(/[\p{C}<>]/gu, '').trim();
  return { author: name || mail, mail };
}

/**
 * Reads the JSON of a request that may change files. Another site, open in the same browser, can send requests here too: they are
 * refused (Fetch Metadata, `Sec-Fetch-Site`; the content type keeps forms out).
 * @param largest in bytes
 * @throws Refused
 */
export async function readRequest({ headers, body }: Request, largest: number): Promise<unknown> {
  const origin = headers.get('origin');
  const isOwn = headers.get('sec-fetch-site') === 'same-origin';
  if (!isOwn || (origin !== null && URL.parse(origin)?.host !== headers.get('host'))) throw new Refused(403, 'foreign');
  if (headers.get('content-type') !== 'application/json') throw new Refused(415, 'form');
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body ?? []) {
    size += part.byteLength;
    if (size > largest) throw new Refused(413, 'size');
    parts.push(part);
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts)));
  } catch {
    throw new Refused(400, 'form');
  }
}
