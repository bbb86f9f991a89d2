import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { RenderedPage } from './collect.ts';
import { PublishFault } from './fault.ts';
import { type FinishContext, type FinishedPage, finishPages } from './finish-pages.ts';

/** Fewer pages than these are finished sooner than a thread starts. */
const fewestPages = 200;

const threads = 2;

/** Of each thread, in megabytes: it would rather fill the memory with documents that are done than look which ones it can forget. */
const limits = { maxOldGenerationSizeMb: 320, maxYoungGenerationSizeMb: 96 };

/** What a thread gets… */
export interface Task {
  readonly pages: readonly RenderedPage[];
  readonly context: FinishContext;
}

/** …and gives. */
export type Answer = { readonly finished: readonly FinishedPage[] } | { readonly fault: string };

/**
 * The same as `finishPages`, in threads for a large site. The result does not depend on who finishes which.
 * @throws PublishFault as `finishPages` does
 */
export async function finishInThreads(
  pages: readonly RenderedPage[],
  context: FinishContext,
): Promise<FinishedPage[]> {
  if (pages.length < fewestPages) return finishPages(pages, context);
  // In turn, because neighbours are alike: a section of long pages is shared.
  const shares = Array.from({ length: threads }, (_, thread) =>
    pages.filter((_, index) => index % threads === thread),
  );
  const finished = await Promise.all(shares.map((share) => finishInThread({ pages: share, context })));
  return pages.flatMap((_, index) => finished[index % threads]?.[Math.floor(index / threads)] ?? []);
}

async function finishInThread(task: Task): Promise<readonly FinishedPage[]> {
  const thread = new Worker(new URL('page-thread.ts', import.meta.url), {
    workerData: task,
    resourceLimits: limits,
  });
  try {
    const [answer] = (await once(thread, 'message')) as [Answer];
    if ('fault' in answer) throw new PublishFault(answer.fault);
    return answer.finished;
  } finally {
    await thread.terminate();
  }
}
