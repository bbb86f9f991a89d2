import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { chmod, chown, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo, Server } from 'node:net';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createSiteServer } from '#publish/server/server.ts';

/** A running server of a built site. */
export interface Host {
  readonly port: number;
  /** The folder that it serves: a copy of `out/`. */
  readonly out: string;
  /** The compressed forms that it can send, best first. */
  readonly encodings: readonly string[];
  stop(): Promise<void>;
}

/** A kind of server that the site runs on. */
export interface HostKind {
  readonly name: string;
  /** Why it cannot start here; null when it can. */
  readonly missing: string | null;
  start(out: string, options?: HostOptions): Promise<Host>;
}

export interface HostOptions {
  /** Id of the user that starts it; default: the user who runs the test. */
  readonly user?: number | null;
  /** How long it waits for a slow client, in milliseconds; default: as configured. */
  readonly patience?: number;
}

const nginxProgram = findProgram('nginx');

/** Every server that the site runs on. */
export const hostKinds: readonly HostKind[] = [
  { name: 'the embedded server', missing: null, start: startEmbedded },
  {
    name: 'nginx',
    missing: nginxProgram ? null : 'nginx is not installed (Debian: apt-get install nginx-light)',
    start: startNginx,
  },
];

/** Id of a user without privileges, for tests that run as root; null for tests that have no privileges. */
export const nobody: number | null = process.getuid?.() === 0 ? 65_534 : null;

/** A copy of `out/` that a test may change. Other users can read it, such as the workers of an nginx that root started. */
export async function copySite(out: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'site-'));
  await chmod(folder, 0o755);
  await cp(out, folder, { recursive: true });
  return folder;
}

/** Runs a Node server on a free port. */
export async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

async function startEmbedded(out: string): Promise<Host> {
  const folder = await copySite(out);
  const server = createSiteServer(folder);
  return {
    port: await listen(server),
    out: folder,
    encodings: ['br', 'gzip'],
    async stop() {
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true });
    },
  };
}

/** nginx with the published `nginx.conf`; only the port is changed, and the timeouts when a test sets them. */
export async function startNginx(out: string, { user = null, patience }: HostOptions = {}): Promise<Host> {
  const folder = await copySite(out);
  const port = await freePort();
  const file = path.join(folder, 'nginx.conf');
  const published = (await readFile(file, 'utf8')).replaceAll('8080', String(port));
  const timeouts = /_timeout \d+s;/g;
  await writeFile(file, patience === undefined ? published : published.replaceAll(timeouts, `_timeout ${patience}ms;`));
  if (user !== null) await chown(folder, user, user);
  const { child, output } = runNginx(folder, [], user);
  await untilOpen(port, child, output);
  return {
    port,
    out: folder,
    encodings: ['br', 'gzip'],
    async stop() {
      await ended(child, 'SIGTERM');
      await rm(folder, { recursive: true });
    },
  };
}

/** The result of `nginx -t` for the configuration in a folder. */
export async function testNginx(folder: string): Promise<{ code: number | null; output: string }> {
  const { child, output } = runNginx(folder, ['-t'], null);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, output: output() };
}

/** Ends a process and waits until it has exited. */
export async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const exit = new Promise<number | null>((resolve) => child.on('exit', resolve));
  child.kill(signal);
  return exit;
}

function runNginx(
  folder: string,
  args: readonly string[],
  user: number | null,
): { child: ChildProcess; output: () => string } {
  if (!nginxProgram) throw new Error('nginx is not installed.');
  const child = spawn(nginxProgram, ['-e', 'stderr', '-p', folder, '-c', 'nginx.conf', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(user === null ? {} : { uid: user, gid: user }),
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  return { child, output: () => output };
}

/** Absolute path of a program; null when it is not installed. */
export function findProgram(name: string): string | null {
  const folders = [...(process.env['PATH'] ?? '').split(path.delimiter), '/usr/sbin', '/usr/local/sbin'];
  const found = folders.map((folder) => path.join(folder, name)).find(isProgram);
  return found ?? null;
}

function isProgram(file: string): boolean {
  if (!existsSync(file)) return false;
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A port that is free now. */
export async function freePort(): Promise<number> {
  const server = net.createServer();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Waits until a process listens on a port. */
export async function untilOpen(port: number, child: ChildProcess, output: () => string): Promise<void> {
  while (!(await canConnect(port))) {
    if (child.exitCode !== null) throw new Error(`nginx did not start:\n${output()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Whether a process listens on a port of this machine. */
export function canConnect(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1');
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}
