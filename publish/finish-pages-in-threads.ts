import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { RenderedPage } from './collect.ts';
import { PublishFault } from './fault.ts';
import { type FinishContext, type FinishedPage, finishPages } from './finish-pages.ts';

/** Fewer pages than these are finished sooner than a thread starts. */
const fewestPages = 200;

/** What the second thread gets… */
export interface Task {
  readonly pages: readonly RenderedPage[];
  readonly context: FinishContext;
}

/** …and gives. */
export type Answer = { readonly finished: readonly FinishedPage[] } | { readonly fault: string };

/**
 * The same as `finishPages`, with two threads for a large site. The result does not depend on who finishes which.
 * @throws PublishFault as `finishPages` does
 */
export async function finishInThreads(
  pages: readonly RenderedPage[],
  context: FinishContext,
): Promise<FinishedPage[]> {
  if (pages.length < fewestPages) return finishPages(pages, context);
  // In turn, because neighbours are alike: a section of long pages is shared.
  const task: Task = { pages: pages.filter((_, index) => index % 2 === 1), context };
  const thread = new Worker(new URL('page-thread.ts', import.meta.url), { workerData: task });
  try {
    const answered = once(thread, 'message') as Promise<[Answer]>;
    // Told below; without this, it would end the process while the first thread is at work.
    answered.catch(() => undefined);
    const mine = finishPages(
      pages.filter((_, index) => index % 2 === 0),
      context,
    );
    const [answer] = await answered;
    if ('fault' in answer) throw new PublishFault(answer.fault);
    return mine.flatMap((page, index) => [page, ...answer.finished.slice(index, index + 1)]);
  } finally {
    await thread.terminate();
  }
}
