import type { Page } from '@playwright/test';
import type { Check, Judgement } from './check.ts';
import { hasScript, openAgain } from './in-page.ts';

/**
 * Runs checks on a page one after another, each on an unchanged page: opens the page again after a check that changes it, and always
 * when the page can change by itself.
 * @param tell receives each judgement
 */
export async function judgeInTurn(
  page: Page,
  path: string,
  checks: readonly Check[],
  tell: (check: Check, judgement: Judgement) => Promise<void> | void,
): Promise<void> {
  let isFresh = false;
  let isLive = true;
  for (const check of checks) {
    if (!isFresh) {
      await openAgain(page, path);
      isLive = await canChange(page);
    }
    await tell(check, await check.judge(page));
    isFresh = !isLive && !check.leavesTraces;
  }
}

/** Whether a page can change by itself. */
async function canChange(page: Page): Promise<boolean> {
  return (await hasScript(page)) || (await page.locator('meta[http-equiv="refresh" i]').count()) > 0;
}
