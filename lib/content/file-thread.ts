import { parentPort } from 'node:worker_threads';
import { unitReader } from './read-files.ts';
import { type Answer, chunksOf, type Task } from './read-files-in-threads.ts';

/*
 * The second thread of `filesReaderFor`: reads chunks from the end until none is left, then gives one answer. What it needs is loaded while the
 * first thread still reads settings.
 */

function answerTo({ units, context, counters }: Task): Answer {
  try {
    return { read: [...chunksOf(units, counters, unitReader(context), 'end')] };
  } catch (error) {
    return { error };
  }
}

parentPort?.on('message', (task: Task) => {
  task.port.postMessage(answerTo(task));
  Atomics.store(task.counters, 1, 1);
  Atomics.notify(task.counters, 1);
});
