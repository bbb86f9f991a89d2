import { parentPort, workerData } from 'node:worker_threads';
import { PublishFault } from './fault.ts';
import { finishPages } from './finish-pages.ts';
import type { Answer, Task } from './finish-pages-in-threads.ts';

/** A thread of `finishInThreads`. */
function answerTo({ pages, context }: Task): Answer {
  try {
    return { finished: finishPages(pages, context) };
  } catch (error) {
    if (error instanceof PublishFault) return { fault: error.message };
    throw error;
  }
}

const answer = answerTo(workerData as Task);
// The documents are handed over, not copied.
const documents = 'finished' in answer ? answer.finished.map(({ html }) => html.buffer) : [];
parentPort?.postMessage(answer, documents);
