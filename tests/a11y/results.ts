import type { TestInfo } from '@playwright/test';
import type { Barrier, Check, Judgement } from './check.ts';
import { type Exception, excuse } from './exceptions.ts';

/**
 * How a test tells the report what it found. A test that holds or breaks as a whole says of which success criteria it speaks:
 * `test('…', { annotation: { type: 'criterion', description: '2.1.1' } }, …)`. A check that speaks of several says it here.
 */

/** The name under which the reporter looks for judgements. */
export const judgementName = 'judgement';

/** What the name of an attachment begins with that the report shows as it is: `note: Transcript of the home page in French`. */
export const notePrefix = 'note: ';

/** What a check said of a page in one look. */
export interface Recorded extends Judgement {
  readonly check: string;
  readonly page: string;
  readonly look: string;
  /** Barriers that an exception excuses, each with the exception's place in the list. */
  readonly excused: readonly { readonly barrier: Barrier; readonly exception: number }[];
}

/**
 * Hands a judgement to the report.
 * @returns the barriers that nothing excuses
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
