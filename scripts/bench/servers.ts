import { spawn } from 'node:child_process';
import path from 'node:path';
import { createSiteServer } from '../../publish/server/server.ts';
import { canConnect, ended, freePort, hostKinds, listen, startNginx } from '../../tests/http/hosts.ts';
import { nextCli, nextEnvironment, root } from '../environment.ts';

/** A way to serve the site that was built last. */
export interface Server {
  readonly name: string;
  readonly origin: string;
  readonly stop: () => Promise<void>;
}

const out = path.join(root, 'out');

/** The published files, from the embedded server. */
export async function startEmbedded(): Promise<Server> {
  const server = createSiteServer(out);
  const port = await listen(server);
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { name: 'embedded server', origin: originAt(port), stop };
}

/** The published files, from nginx; null where there is none. */
export async function startPublishedNginx(): Promise<Server | null> {
  if (hostKinds.some(({ name, missing }) => name === 'nginx' && missing !== null)) return null;
  const { port, stop } = await startNginx(out);
  return { name: 'nginx', origin: originAt(port), stop };
}

/**
 * The same build as Next.js serves it by itself, with its client runtime: what the site would be without publishing.
 * @throws Error when it does not start
 */
export async function startNext(): Promise<Server> {
  const port = await freePort();
  const child = spawn(process.execPath, [nextCli, 'start', '--port', String(port)], {
    cwd: root,
    env: { ...nextEnvironment, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk) => (said += chunk));
  while (!(await canConnect(port))) {
    if (child.exitCode !== null) throw new Error(`next start does not start: ${said}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    name: 'next start',
    origin: originAt(port),
    stop: async () => void (await ended(child, 'SIGTERM')),
  };
}

function originAt(port: number): string {
  return `http://localhost:${port}`;
}
