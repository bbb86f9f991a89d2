import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { out, readHosting, root } from '../published-site.ts';
import { ask } from './client.ts';
import { canConnect, ended, listen } from './hosts.ts';

/** Larger than the buffers between two processes, so that sending it takes as long as the reader wants. */
const bigFile = Buffer.alloc(64 * 1024 * 1024, 'De Kanselarij. ');
const bigPath = '/big.txt';

let project: string;
const children: ChildProcess[] = [];

/** A project folder with the embedded server and no build. */
beforeEach(async () => {
  project = await mkdtemp(path.join(tmpdir(), 'project-'));
  for (const part of ['commands', 'gate', 'lib', 'publish', 'package.json']) {
    await cp(path.join(root, part), path.join(project, part), { recursive: true });
  }
  await symlink(path.join(root, 'node_modules'), path.join(project, 'node_modules'));
});

afterEach(async () => {
  for (const child of children.splice(0)) await ended(child, 'SIGKILL');
  await rm(project, { recursive: true });
});

function serve(env: Record<string, string>): {
  child: ChildProcess;
  stdout: () => string;
  stderr: () => string;
} {
  const child = spawn(process.execPath, ['commands/serve.ts'], {
    cwd: project,
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => (stdout += chunk));
  child.stderr.on('data', (chunk) => (stderr += chunk));
  return { child, stdout: () => stdout, stderr: () => stderr };
}

/** Starts the server and waits for the line with its address. */
async function serveBuild(): Promise<{ child: ChildProcess; port: number; line: string }> {
  const { child, stdout, stderr } = serve({});
  while (!stdout().includes('\n')) {
    if (child.exitCode !== null) throw new Error(stderr());
    await new Promise((resolve) => child.stdout?.once('data', resolve));
  }
  return { child, line: stdout(), port: Number(/:(\d+)/.exec(stdout())?.[1]) };
}

/** Runs the server where it cannot start, and returns its error. */
async function refusal(env: Record<string, string>): Promise<{ code: number | null; stderr: string }> {
  const { child, stdout, stderr } = serve(env);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  expect(stdout()).toBe('');
  return { code, stderr: stderr() };
}

/** One sentence: no stack trace, no name of an error class, no path of a source file. */
function expectOneSentence(text: string): void {
  expect(text).toMatch(/^[A-Z][^\n]+\n$/);
  expect(text).not.toMatch(/Error|\bat \S+:\d|node:|\.ts/);
}

async function build(): Promise<void> {
  await cp(out, path.join(project, 'out'), { recursive: true });
}

describe('npm run serve', () => {
  it('prints the URL of the site and serves it', async () => {
    await build();
    const { port, line } = await serveBuild();
    expect(line).toContain(`http://127.0.0.1:${port}`);
    expect((await ask(port, '/')).status).toBe(200);
  });

  it('explains in one sentence that the port is in use', async () => {
    await build();
    const other = net.createServer();
    const port = await listen(other);
    const { code, stderr } = await refusal({ PORT: String(port) });
    expect(code).toBe(1);
    expectOneSentence(stderr);
    expect(stderr).toContain(`Port ${port} is in use`);
    expect(stderr).toContain('npm run serve');
    await new Promise((resolve) => other.close(resolve));
  });

  it.each(['abc', '70000', '-1', '3.5', '80 80', '1e99'])('refuses PORT=%s in one sentence', async (port) => {
    const { code, stderr } = await refusal({ PORT: port });
    expect(code).toBe(1);
    expectOneSentence(stderr);
    expect(stderr).toContain(`PORT is "${port}"`);
  });

  it('refuses an address of another machine in one sentence', async () => {
    await build();
    // An address that is reserved for documentation (RFC 5737).
    const { code, stderr } = await refusal({ HOST: '192.0.2.1' });
    expect(code).toBe(1);
    expectOneSentence(stderr);
    expect(stderr).toContain('HOST is "192.0.2.1"');
  });

  it('explains in one sentence that there is no build', async () => {
    const { code, stderr } = await refusal({});
    expect(code).toBe(1);
    expectOneSentence(stderr);
    expect(stderr).toContain('npm run build');
  });

  it('explains in one sentence that the build is incomplete', async () => {
    await build();
    await rm(path.join(project, 'out/site/404.html'));
    const { code, stderr } = await refusal({});
    expect(code).toBe(1);
    expectOneSentence(stderr);
    expect(stderr).toContain('npm run build');
  });

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'finishes open responses on %s, accepts no new ones, and exits with 0',
    async (signal) => {
      await buildWithBigFile();
      const { child, port } = await serveBuild();
      const exit = new Promise((resolve) => child.on('exit', (...how) => resolve(how)));
      const reading = await startReading(port);

      child.kill(signal);
      while (await canConnect(port)) await new Promise((resolve) => setTimeout(resolve, 10));

      expect(await reading.rest()).toBe(bigFile.length);
      expect(await exit).toEqual([0, null]);
    },
  );

  it('does not wait for an idle connection on SIGTERM', async () => {
    await build();
    const { child, port } = await serveBuild();
    const idle = net.connect(port, '127.0.0.1');
    idle.on('error', () => {});
    await new Promise((resolve) => idle.on('connect', resolve));
    expect(await ended(child, 'SIGTERM')).toBe(0);
    idle.destroy();
  });
});

/** A build with one more file, too large to be sent at once. */
async function buildWithBigFile(): Promise<void> {
  await build();
  const hosting = readHosting();
  const files = { ...hosting.files, [bigPath]: bigPath };
  await writeFile(path.join(project, 'out/hosting.json'), JSON.stringify({ ...hosting, files }));
  await mkdir(path.join(project, 'out/site'), { recursive: true });
  await writeFile(path.join(project, `out/site${bigPath}`), bigFile);
}

/** Requests the large file and pauses after the first bytes; `rest` reads on and counts the bytes of the body. */
async function startReading(port: number): Promise<{ rest(): Promise<number> }> {
  const socket = net.connect(port, '127.0.0.1');
  const chunks: Buffer[] = [];
  socket.write(`GET ${bigPath} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
  await new Promise<void>((resolve) =>
    socket.once('data', (chunk: Buffer) => {
      chunks.push(chunk);
      socket.pause();
      resolve();
    }),
  );
  return {
    rest: () =>
      new Promise((resolve, reject) => {
        socket.on('data', (chunk: Buffer) => chunks.push(chunk));
        socket.on('error', reject);
        socket.on('close', () => {
          const bytes = Buffer.concat(chunks);
          resolve(bytes.length - bytes.indexOf('\r\n\r\n') - 4);
        });
        socket.resume();
      }),
  };
}
