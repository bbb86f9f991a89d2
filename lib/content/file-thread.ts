import module from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { Answer, Task } from './read-files-in-threads.ts';

/*
 * The second thread of `filesReaderFor`: reads chunks until none is left, then gives one answer. What it needs is loaded while the
 * first thread still reads settings.
 */

// A thread has no part in what the process keeps of compiled modules unless it asks for it.
module.enableCompileCache(workerData.compiled ?? undefined);
const { chunksOf } = await import('./read-files-in-threads.ts');
const { unitReader } = await import('./read-files.ts');

function answerTo({ units, context, counters }: Task): Answer {
  try {
    return { read: [...chunksOf(units, counters, unitReader(context))] };
  } catch (error) {
    return { error };
  }
}

parentPort?.on('message', (task: Task) => {
  task.port.postMessage(answerTo(task));
  Atomics.store(task.counters, 1, 1);
  Atomics.notify(task.counters, 1);
});
