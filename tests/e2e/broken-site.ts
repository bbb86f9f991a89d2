import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { root } from '#commands/environment.ts';

/** A site with faults, to test that checks find them. */
export interface BrokenSite extends AsyncDisposable {
  readonly origin: string;
}

/**
 * Serves broken pages on a free port.
 * @param fixtures their folder in `tests/fixtures`
 */
export async function serveBrokenSite(fixtures = 'e2e/broken'): Promise<BrokenSite> {
  const folder = path.join(root, 'tests/fixtures', fixtures);
  const server = createServer(async (request, response) => {
    const file = path.join(folder, path.basename(request.url ?? ''));
    const type = file.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8';
    const content = await readFile(file).catch(() => null);
    if (content === null) response.writeHead(404).end();
    else response.writeHead(200, { 'Content-Type': type }).end(content);
  });
  return open(server);
}

/** Starts a server on a free port, until it is disposed. */
export async function open(server: Server): Promise<BrokenSite> {
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://localhost:${port}`,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
