/** The largest request, in bytes: the texts of a page in every language. */
const maximumBytes = 2 * 1024 * 1024;

/** A refused request: its status and the key of the sentence that says why. */
export class Refused extends Error {
  readonly status: number;

  constructor(status: number, key: string) {
    super(key);
    this.status = status;
  }
}

/**
 * Reads the JSON of a request that may change files. Another site, open in the same browser, can send requests here too: they are
 * refused (Fetch Metadata, `Sec-Fetch-Site`; the content type keeps forms out).
 * @throws Refused
 */
export async function readRequest(request: Request): Promise<unknown> {
  const { headers } = request;
  const origin = headers.get('origin');
  const isOwn = headers.get('sec-fetch-site') === 'same-origin';
  if (!isOwn || (origin !== null && URL.parse(origin)?.host !== headers.get('host'))) throw new Refused(403, 'foreign');
  if (headers.get('content-type') !== 'application/json') throw new Refused(415, 'form');
  const bytes = await bytesOf(request);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Refused(400, 'form');
  }
}

async function bytesOf({ body }: Request): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body ?? []) {
    size += part.byteLength;
    if (size > maximumBytes) throw new Refused(413, 'size');
    parts.push(part);
  }
  return Buffer.concat(parts);
}
