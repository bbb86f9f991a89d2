import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { chmod, chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ended, findProgram, freePort, nobody, untilOpen } from '../http/hosts.ts';
import { root } from '../published-site.ts';

export const nginx = findProgram('nginx');

/** Why these tests cannot run here; null when they can. */
export const missing = nginx ? null : 'nginx is not installed (Debian: apt-get install nginx-light)';

export interface Result {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A server for `deploy/release`: a folder and, once started, nginx, both of a user without privileges. */
export class PlainServer {
  readonly folder: string;
  readonly port: number;
  #nginx: ChildProcess | null = null;

  private constructor(folder: string, port: number) {
    this.folder = folder;
    this.port = port;
  }

  static async make(): Promise<PlainServer> {
    const folder = await mkdtemp(path.join(tmpdir(), 'server-'));
    await chmod(folder, 0o755);
    if (nobody !== null) await chown(folder, nobody, nobody);
    return new PlainServer(folder, await freePort());
  }

  /** Runs `deploy/release` on this server. */
  release(
    args: readonly string[],
    { input, env = {} }: { input?: Buffer; env?: Record<string, string> } = {},
  ): Promise<Result> {
    return new Promise((resolve) => {
      const child = execFile(
        path.join(root, 'deploy/release'),
        args,
        {
          ...as(nobody),
          cwd: this.folder,
          env: { ...process.env, SITE: this.folder, KEEP: '5', ...env },
        },
        (error, stdout, stderr) => resolve({ code: error ? Number(error.code ?? -1) : 0, stdout, stderr }),
      );
      // The script may exit before it has read everything.
      child.stdin?.on('error', () => {});
      child.stdin?.end(input);
    });
  }

  /** Starts nginx as in the guide. */
  async start(): Promise<void> {
    if (!nginx) throw new Error('nginx is not installed.');
    const child = spawn(nginx, ['-e', 'stderr', '-p', `${this.folder}/`, '-c', 'current/server.conf'], {
      ...as(nobody),
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let stderr = '';
    child.stderr.on('data', (chunk) => (stderr += chunk));
    this.#nginx = child;
    await untilOpen(this.port, child, () => stderr);
  }

  async remove(): Promise<void> {
    if (this.#nginx) await ended(this.#nginx, 'SIGTERM');
    await rm(this.folder, { recursive: true });
  }
}

function as(user: number | null): { uid?: number; gid?: number } {
  return user === null ? {} : { uid: user, gid: user };
}
