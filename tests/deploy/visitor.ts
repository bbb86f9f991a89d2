import { createHash } from 'node:crypto';
import { Agent, type ClientRequest, get, type IncomingHttpHeaders } from 'node:http';
import { brotliDecompressSync } from 'node:zlib';
import { assetsOf, hashInName, pagePaths, styleOf } from './small-release.ts';

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Behaves like a browser: loads a page and its assets, and revalidates the page with its ETag on the next visit. */
export class Visitor {
  readonly #port: number;
  readonly #agent: Agent;
  /** Cached pages with their ETags. */
  readonly #cached = new Map<string, { etag: string; html: string }>();
  /** What failed, one sentence each. */
  readonly faults: string[] = [];
  pages = 0;
  assets = 0;
  unchanged = 0;

  /** @param keepAlive whether it keeps its connection, like browsers, or opens one for each request */
  constructor(port: number, keepAlive: boolean) {
    this.#port = port;
    this.#agent = new Agent({ keepAlive, maxSockets: 1 });
  }

  /** Loads one page and its assets. */
  async visit(): Promise<void> {
    const path = pagePaths[this.pages % pagePaths.length] ?? '/';
    const isLost = this.pages % 7 === 6;
    this.pages += 1;
    const html = await this.#page(isLost ? '/bestaat-niet' : path, isLost ? 404 : 200);
    if (html === null) return;
    for (const asset of assetsOf(html)) await this.#asset(asset, path);
  }

  leave(): void {
    this.#agent.destroy();
  }

  async #page(path: string, status: number): Promise<string | null> {
    const cached = this.#cached.get(path);
    const condition = cached ? { 'If-None-Match': cached.etag } : {};
    const answer = await this.#ask(path, { 'Accept-Encoding': 'br', ...condition });
    if (!answer) return null;
    const isUnchanged = answer.status === 304 && cached !== undefined;
    if (!isUnchanged && answer.status !== status) {
      this.faults.push(`${path}: status ${answer.status}`);
      return null;
    }
    const html = isUnchanged ? cached.html : textOf(answer);
    if (isUnchanged) this.unchanged += 1;
    const { etag } = answer.headers;
    if (etag && status === 200) this.#cached.set(path, { etag, html });
    const hash = createHash('sha256').update(styleOf(html)).digest('base64');
    if (!String(answer.headers['content-security-policy']).includes(`'sha256-${hash}'`)) {
      this.faults.push(`${path}: the page of one release with the headers of another`);
    }
    return html;
  }

  async #asset(asset: string, page: string): Promise<void> {
    const answer = await this.#ask(asset, {});
    if (!answer) return;
    this.assets += 1;
    if (answer.status !== 200) this.faults.push(`${asset}, which ${page} needs: status ${answer.status}`);
    else if (!asset.includes(hashInName(answer.body))) this.faults.push(`${asset}: not the bytes that it names`);
  }

  /** Sends a request; null when it fails, which is a fault. */
  async #ask(path: string, headers: Record<string, string>): Promise<Answer | null> {
    try {
      return await this.#send(path, headers);
    } catch (error) {
      this.faults.push(`${path}: ${error}`);
      return null;
    }
  }

  #send(path: string, headers: Record<string, string>): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const options = { host: '127.0.0.1', port: this.#port, path, headers, agent: this.#agent };
      const request: ClientRequest = get(options, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks),
          }),
        );
      });
      request.on('error', (error: NodeJS.ErrnoException) => {
        // A server may close an idle connection. Clients then retry on another one (RFC 9112, 9.3.1).
        const wasIdle = request.reusedSocket && ['ECONNRESET', 'EPIPE'].includes(error.code ?? '');
        if (wasIdle) this.#send(path, headers).then(resolve, reject);
        else reject(error);
      });
    });
  }
}

function textOf({ headers, body }: Answer): string {
  return (headers['content-encoding'] === 'br' ? brotliDecompressSync(body) : body).toString();
}
