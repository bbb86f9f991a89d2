import { existsSync, readdirSync } from 'node:fs';
import module from 'node:module';
import path from 'node:path';
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { FilesContext, FilesRead, FilesReader, Unit } from './read-files.ts';

/*
 * Two threads read a large site sooner than one: they take chunks from both ends until none is left, so that the one seldom meets
 * contacts, and each has less to warm up for. The content is loaded in one go, without promises, so the first thread waits for the
 * second as it would wait for a file.
 */

/** Fewer files than these are read sooner than a thread starts. */
const fewestFiles = 300;

const unitsInChunk = 10;

/** The second thread has at most one chunk to read when the first has none: longer than this means that it stopped. */
const patience = 60_000;

/** What the second thread gets. */
export interface Task {
  readonly units: readonly Unit[];
  readonly context: FilesContext;
  /** How many chunks are taken, and 1 when the second thread has answered. */
  readonly counters: Int32Array;
  readonly port: MessagePort;
}

/** A chunk by its number, and what was read of each of its units. */
type ChunkRead = readonly [chunk: number, read: readonly FilesRead[]];

/** What the second thread gives. */
export type Answer = { readonly read: readonly ChunkRead[] } | { readonly error: unknown };

/**
 * Reads and checks the contacts and pages of a site; with two threads when there are many. The result does not depend on who reads
 * which. The second thread starts at once, so make the reader before anything else is loaded: both then load on a core of their own.
 * @param root absolute path of the project
 */
export async function filesReaderFor(root: string): Promise<FilesReader> {
  const folder = path.join(root, 'content');
  const files = existsSync(folder) ? readdirSync(folder, { recursive: true }).length : 0;
  const thread = files < fewestFiles ? null : startThread();
  const reading = await import('./read-files.ts');
  return thread ? readerWith(thread, reading) : reading.readFiles;
}

function startThread(): Worker {
  const thread = new Worker(new URL('file-thread.mjs', import.meta.url), {
    workerData: { compiled: module.getCompileCacheDir() },
  });
  // It has nothing to do once it has answered.
  thread.unref();
  return thread;
}

function readerWith(
  thread: Worker,
  { unitReader, joined }: Pick<typeof import('./read-files.ts'), 'unitReader' | 'joined'>,
): FilesReader {
  return (units, context) => {
    const counters = new Int32Array(new SharedArrayBuffer(8));
    const { port1, port2 } = new MessageChannel();
    const task: Task = { units, context, counters, port: port2 };
    thread.postMessage(task, [port2]);
    return () => {
      const mine = [...chunksOf(units, counters, unitReader(context), 'start')];
      const theirs = Atomics.wait(counters, 1, 0, patience) === 'timed-out' ? null : answerOf(port1);
      port1.close();
      if (!theirs || 'error' in theirs) throw theirs?.error ?? new Error('The second thread stopped.');
      const inOrder = [...mine, ...theirs.read].sort(([one], [other]) => one - other);
      return joined(inOrder.flatMap(([, read]) => read));
    };
  };
}

function answerOf(port: MessagePort): Answer | null {
  return (receiveMessageOnPort(port)?.message as Answer | undefined) ?? null;
}

/** Takes chunks and reads them, the next from one end, until the other thread has the rest. */
export function* chunksOf(
  units: Task['units'],
  counters: Int32Array,
  read: (unit: Unit) => FilesRead,
  end: 'start' | 'end',
): Generator<ChunkRead> {
  const count = Math.ceil(units.length / unitsInChunk);
  for (let place = 0; Atomics.add(counters, 0, 1) < count; place++) {
    const chunk = end === 'start' ? place : count - 1 - place;
    const start = chunk * unitsInChunk;
    yield [chunk, units.slice(start, start + unitsInChunk).map(read)];
  }
}
