import { once } from 'node:events';
import { appendFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MessageChannel, Worker } from 'node:worker_threads';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadSite } from '../../lib/content/load.ts';
import { readFiles } from '../../lib/content/read-files.ts';
import { filesReaderFor, type Task } from '../../lib/content/read-files-in-threads.ts';
import { languages } from '../../lib/i18n/languages.ts';
import { writeContent } from '../../scripts/bench/content.ts';

/* A large site is checked by two threads. Nobody may see that in the result. */

let root = '';

beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'threads-'));
  writeContent(root, 440);
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

const load = (filesReader: typeof readFiles) =>
  loadSite({ root, languages, drafts: true, today: '2026-12-01', filesReader });

test('a large site is the same, whether one thread or two have read it', async () => {
  const one = load(readFiles);
  expect(one.site?.pages.length).toBeGreaterThan(110);
  expect(load(await filesReaderFor(root))).toEqual(one);
});

test('so are the findings of all its pages, in the same order', async () => {
  const services = path.join(root, 'content/pages/services');
  const faulty = readdirSync(services)
    .flatMap((name) => languages.map(({ code }) => path.join(services, name, `${code}.mdx`)))
    .filter((file) => existsSync(file));
  for (const file of faulty) appendFileSync(file, '\n{1 + 1} is a a number, see [here](page:nowhere).\n');
  const one = load(readFiles);
  expect(one.findings.length).toBeGreaterThanOrEqual(2 * faulty.length);
  expect(load(await filesReaderFor(root))).toEqual(one);
});

test('a fault of the second thread is an answer, not silence', async () => {
  const counters = new Int32Array(new SharedArrayBuffer(8));
  const { port1, port2 } = new MessageChannel();
  const context = { root, languages, contactIds: [], wording: null };
  const task: Task = { units: [{ twins: ['content/pages/missing/nl.mdx'] }], context, counters, port: port2 };
  const thread = new Worker(new URL('../../lib/content/file-thread.ts', import.meta.url), { workerData: {} });
  thread.postMessage(task, [port2]);
  const [answer] = await once(port1, 'message');
  await thread.terminate();
  expect(answer).toEqual({ error: expect.objectContaining({ message: expect.stringContaining('ENOENT') }) });
});
