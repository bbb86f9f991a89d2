import { once } from 'node:events';
import net, { type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createNaiveServer } from '../fixtures/published/naive-server.ts';
import { out, publishedPages } from '../published-site.ts';
import { ask, parseAnswer } from './client.ts';
import { type Host, hostKinds, listen, startNginx } from './hosts.ts';
import { Faults } from './promises/promise.ts';

/** How long nginx waits in these tests, and how long counts as never, in milliseconds. */
const patience = 400;
const never = 8_000;

const page = publishedPages[0]?.path ?? '/';
const head = `GET ${page} HTTP/1.1\r\nHost: localhost\r\n`;

/** Slow clients: each sends what it likes until the server closes the connection. */
const slowClients: Readonly<Record<string, (socket: Socket, until: AbortSignal) => Promise<void>>> = {
  'sends nothing': async () => {},
  'stops in the middle of the request line': async (socket) => void socket.write('GET /n'),
  'stops before the last line': async (socket) => void socket.write(head),
  'sends an endless header letter by letter': async (socket, until) => {
    socket.write(`${head}X-Long: `);
    while (!until.aborted) {
      socket.write('a');
      await wait(patience / 4);
    }
  },
  'announces a body and does not send it': async (socket) =>
    void socket.write(`POST ${page} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 500\r\n\r\n`),
};

/** Connects, sends slowly, and returns what the server sends until it closes the connection; null when it never does. */
async function sendSlowly(port: number, how: (typeof slowClients)[string]): Promise<Buffer | null> {
  const socket = net.connect(port, '127.0.0.1');
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', () => {});
  const ended = new AbortController();
  socket.on('close', () => ended.abort());
  await once(socket, 'connect');
  void how(socket, ended.signal).catch(() => {});
  const timer = setTimeout(() => ended.abort(), never);
  if (!ended.signal.aborted) await once(ended.signal, 'abort');
  clearTimeout(timer);
  const hasEnded = socket.closed;
  socket.destroy();
  return hasEnded ? Buffer.concat(chunks) : null;
}

/** Requests a page repeatedly without reading a response; true once the server has closed the connection. */
async function neverRead(port: number): Promise<boolean> {
  const socket = net.connect(port, '127.0.0.1');
  socket.on('error', () => {});
  socket.pause();
  await once(socket, 'connect');
  for (let index = 0; index < 2_000; index++) socket.write(`${head}\r\n`);
  for (let waited = 0; waited < never && !socket.closed; waited += 3 * patience) {
    await wait(3 * patience);
    // The client only notices a closed connection when it sends something.
    if (!socket.destroyed) socket.write('\r\n');
  }
  const hasEnded = socket.closed;
  socket.destroy();
  return hasEnded;
}

const missing = hostKinds.find(({ name }) => name === 'nginx')?.missing ?? null;

describe.skipIf(missing)(`nginx${missing ? ` (skipped: ${missing})` : ''}`, () => {
  let host: Host;
  beforeAll(async () => {
    host = await startNginx(out, { patience });
  });
  afterAll(() => host.stop());

  it.each(Object.entries(slowClients))(
    'disconnects a client that %s, silently or with the error page',
    async (_, how) => {
      const received = await sendSlowly(host.port, how);
      expect(received).not.toBeNull();
      if (!received?.length) return;
      const faults = new Faults();
      const answer = parseAnswer(received);
      faults.errorPage('the response', answer, host, [400, 405, 408]);
      expect(faults.found).toEqual([]);
    },
  );

  it('disconnects a client that reads no response', async () => {
    expect(await neverRead(host.port)).toBe(true);
  });

  it('serves other clients meanwhile', async () => {
    const slow = Array.from({ length: 50 }, () => net.connect(host.port, '127.0.0.1'));
    for (const socket of slow) socket.on('error', () => {}).write(head);
    await Promise.all(slow.map((socket) => once(socket, 'connect')));
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(host.port, page)));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    for (const socket of slow) socket.destroy();
  });
});

describe('A naive server', () => {
  it('waits forever, which the test detects', async () => {
    const server = createNaiveServer(out);
    const port = await listen(server);
    expect(await sendSlowly(port, slowClients['stops before the last line'] ?? (async () => {}))).toBeNull();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
});
