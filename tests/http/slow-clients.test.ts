import { once } from 'node:events';
import net, { type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createNaiveServer } from '../fixtures/published/naive-server.ts';
import { out, publishedPages } from '../published-site.ts';
import { ask, parseAnswer } from './client.ts';
import { type Host, hostKinds, listen } from './hosts.ts';
import { Faults } from './promises/promise.ts';

/** What a host waits in these tests, and how long is taken for "never", in milliseconds. */
const patience = 400;
const never = 8_000;

const page = publishedPages[0]?.path ?? '/';
const head = `GET ${page} HTTP/1.1\r\nHost: localhost\r\n`;

/** Ways to take one's time: each sends what it likes until the server ends the connection. */
const dawdlers: Readonly<Record<string, (socket: Socket, until: AbortSignal) => Promise<void>>> = {
  'says nothing at all': async () => {},
  'stops in the middle of the request line': async (socket) => void socket.write('GET /n'),
  'stops before the last line': async (socket) => void socket.write(head),
  'sends a header letter by letter, for ever': async (socket, until) => {
    socket.write(`${head}X-Long: `);
    while (!until.aborted) {
      socket.write('a');
      await wait(patience / 4);
    }
  },
  'announces a body and keeps it': async (socket) =>
    void socket.write(`POST ${page} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 500\r\n\r\n`),
};

/** Connects, dawdles, and gathers what the server says until it ends the connection; null when it never does. */
async function dawdle(port: number, how: (typeof dawdlers)[string]): Promise<Buffer | null> {
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

/** Asks for a page again and again without reading an answer; true once the server has given up. */
async function neverRead(port: number): Promise<boolean> {
  const socket = net.connect(port, '127.0.0.1');
  socket.on('error', () => {});
  socket.pause();
  await once(socket, 'connect');
  for (let index = 0; index < 2_000; index++) socket.write(`${head}\r\n`);
  for (let waited = 0; waited < never && !socket.closed; waited += 3 * patience) {
    await wait(3 * patience);
    // A closed connection only shows when something is sent.
    if (!socket.destroyed) socket.write('\r\n');
  }
  const hasEnded = socket.closed;
  socket.destroy();
  return hasEnded;
}

for (const { name, missing, start } of hostKinds) {
  describe.skipIf(missing)(`on ${name}, who takes all the time`, () => {
    let host: Host;
    beforeAll(async () => {
      host = await start(out, { patience });
    });
    afterAll(() => host.stop());

    it.each(Object.entries(dawdlers))(
      'and %s is let go, without a word or with the error page',
      async (_, how) => {
        const said = await dawdle(host.port, how);
        expect(said).not.toBeNull();
        if (!said?.length) return;
        const faults = new Faults();
        const answer = parseAnswer(said);
        faults.errorPage('what it says', answer, host, [400, 405, 408]);
        expect(faults.found).toEqual([]);
      },
    );

    it('and reads no answer is let go', async () => {
      expect(await neverRead(host.port)).toBe(true);
    });

    it('keeps nobody else waiting', async () => {
      const slow = Array.from({ length: 50 }, () => net.connect(host.port, '127.0.0.1'));
      for (const socket of slow) socket.on('error', () => {}).write(head);
      await Promise.all(slow.map((socket) => once(socket, 'connect')));
      const answers = await Promise.all(Array.from({ length: 20 }, () => ask(host.port, page)));
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
      for (const socket of slow) socket.destroy();
    });
  });
}

describe('a naive server', () => {
  it('waits for ever, and the tests see it', async () => {
    const server = createNaiveServer(out);
    const port = await listen(server);
    expect(await dawdle(port, dawdlers['stops before the last line'] ?? (async () => {}))).toBeNull();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
});
