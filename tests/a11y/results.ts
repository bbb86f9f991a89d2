import type { TestInfo } from '@playwright/test';
import type { Barrier, Check, Judgement } from './check.ts';
import { type Exception, excuse } from './exceptions.ts';

/*
 * How tests report results. A test that covers success criteria as a whole names them in an annotation:
 * `test('…', { annotation: { type: 'criterion', description: '2.1.1' } }, …)`. A check records a judgement instead.
 */

/** The name of attachments that hold a judgement. */
export const judgementName = 'judgement';

/** The judgement of a check about a page in one look. */
export interface Recorded extends Judgement {
  readonly check: string;
  readonly page: string;
  readonly look: string;
  /** Barriers that an exception excuses, each with the index of the exception. */
  readonly excused: readonly { readonly barrier: Barrier; readonly exception: number }[];
}

/**
 * Attaches a judgement to the test.
 * @returns the barriers that no exception excuses
 */
export async function record(
  testInfo: TestInfo,
  { check, page, look }: { check: Check; page: string; look: string },
  { barriers, judged }: Judgement,
  exceptions: readonly Exception[],
): Promise<readonly Barrier[]> {
  const { excused, left } = excuse(exceptions, check.id, page, barriers);
  const recorded: Recorded = { check: check.id, page, look, judged, barriers: left, excused };
  await testInfo.attach(judgementName, { body: JSON.stringify(recorded), contentType: 'application/json' });
  return left;
}
