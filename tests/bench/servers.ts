import { execFile, spawn } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { nextEnvironment, root } from '#commands/environment.ts';
import { createSiteServer } from '#publish/server/server.ts';
import { copyProject } from '../build/project-copy.ts';
import { canConnect, ended, freePort, hostKinds, listen, startNginx } from '../http/hosts.ts';
import { makePlain, plainBuild } from './plain.ts';

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
 * The same source as Next.js builds and serves it by itself, with its client runtime.
 * @throws Error when it cannot be built, or does not start
 */
export async function startNext(): Promise<Server> {
  const copy = copyProject('bench-next');
  try {
    makePlain(copy);
    const cwd = copy.root;
    const env = { ...nextEnvironment, NODE_ENV: 'production' as const };
    await promisify(execFile)(process.execPath, plainBuild, { cwd, env, maxBuffer: 2 ** 26 });
    const port = await freePort();
    const args = ['node_modules/next/dist/bin/next', 'start', '--port', String(port)];
    const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk) => (said += chunk));
    while (!(await canConnect(port))) {
      if (child.exitCode !== null) throw new Error(`next start does not start: ${said}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const stop = async () => {
      await ended(child, 'SIGTERM');
      copy.remove();
    };
    return { name: 'next start', origin: originAt(port), stop };
  } catch (error) {
    copy.remove();
    throw error;
  }
}

function originAt(port: number): string {
  return `http://localhost:${port}`;
}
