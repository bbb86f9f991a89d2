import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, cp, link, mkdir, mkdtemp, readdir, readlink, rm, symlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { root } from '../published-site.ts';

/** What the preview makes itself, or does not need. */
const leftOut = ['.git', '.next', 'node_modules', 'out', 'reports', 'screenshots', 'test-results'];

/** The preview for editors, running over a copy of the project that a test may write in. */
export interface Preview extends AsyncDisposable {
  readonly root: string;
  readonly origin: string;
}

/** Copies the project, starts `npm run dev` in the copy on a free port, and waits until it answers. */
export async function startPreview(): Promise<Preview> {
  const copy = await mkdtemp(path.join(tmpdir(), 'preview-'));
  await cp(root, copy, {
    recursive: true,
    filter: (source) => !leftOut.includes(path.relative(root, source)),
  });
  await linkTree(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));

  const port = await freePort();
  const server = spawn(process.execPath, ['commands/dev.ts'], {
    cwd: copy,
    env: { ...process.env, NODE_ENV: 'development', PORT: String(port), HOST: 'localhost' },
    stdio: ['ignore', 'pipe', 'pipe'],
    // In a group of its own, so that all it starts ends with it.
    detached: true,
  });
  let said = '';
  for (const stream of [server.stdout, server.stderr]) {
    stream.on('data', (words: Buffer) => {
      said += words;
    });
  }
  const ended = once(server, 'exit');
  const stop = async () => {
    if (server.pid !== undefined && server.exitCode === null) process.kill(-server.pid, 'SIGKILL');
    await ended;
    await rm(copy, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };

  const origin = `http://localhost:${port}`;
  const isRunning = () => server.exitCode === null && server.signalCode === null;
  if (!(await answers(origin, isRunning))) {
    await stop();
    throw new Error(`The preview does not answer. It said:\n${said}`);
  }
  return { root: copy, origin, [Symbol.asyncDispose]: stop };
}

/** Asks until there is an answer; false when there can be none any more, or after two minutes. */
async function answers(address: string, isRunning: () => boolean): Promise<boolean> {
  const deadline = Date.now() + 120_000;
  while (isRunning() && Date.now() < deadline) {
    const response = await fetch(address).catch(() => null);
    if (response?.ok) return true;
    await setTimeout(200);
  }
  return false;
}

/** Hard links, because the bundler follows no symbolic link out of its root, and 30,000 files are slow to copy. */
async function linkTree(from: string, to: string): Promise<void> {
  await mkdir(to);
  await Promise.all(
    (await readdir(from, { withFileTypes: true })).map(async (entry) => {
      const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
      if (entry.isDirectory()) return entry.name === '.cache' ? undefined : linkTree(source, target);
      if (entry.isSymbolicLink()) return symlink(await readlink(source), target);
      // The temporary folder may stand on another disk.
      return link(source, target).catch(() => copyFile(source, target));
    }),
  );
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, 'localhost');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (typeof address !== 'object' || !address) throw new Error('No free port.');
  return address.port;
}
