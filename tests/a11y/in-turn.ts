import type { Page } from '@playwright/test';
import type { Check, Judgement } from './check.ts';
import { hasScript, openAgain } from './in-page.ts';

/**
 * Lets checks look at a page one after another, each at the page as it came: after one that leaves traces, the page is opened
 * again, and where it can change by itself, always.
 * @param tell gets each judgement when it is there
 */
export async function judgeInTurn(
  page: Page,
  address: string,
  checks: readonly Check[],
  tell: (check: Check, judgement: Judgement) => Promise<void> | void,
): Promise<void> {
  let isFresh = false;
  let isLive = true;
  for (const check of checks) {
    if (!isFresh) {
      await openAgain(page, address);
      isLive = await canChange(page);
    }
    await tell(check, await check.judge(page));
    isFresh = !isLive && !check.leavesTraces;
  }
}

/** Whether a page may be another one a moment later. */
async function canChange(page: Page): Promise<boolean> {
  return (await hasScript(page)) || (await page.locator('meta[http-equiv="refresh" i]').count()) > 0;
}
