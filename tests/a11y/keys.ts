import { expect, type Locator, type Page } from '@playwright/test';

/** More tab stops than any page has. */
const maximumStops = 400;

/** Presses Tab until the target has the focus. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  const element = await target.elementHandle();
  for (let presses = 0; presses < maximumStops; presses++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => wanted === document.activeElement, element)) return;
  }
  throw new Error(`Tab does not lead to ${target}.`);
}

/** Moves to a link with Tab and follows it with Enter. */
export async function follow(page: Page, link: Locator): Promise<void> {
  await tabTo(page, link);
  await page.keyboard.press('Enter');
}

/** Presses Tab once and expects the focus inside a part of the page. */
export async function tabInto(page: Page, part: Locator): Promise<void> {
  await page.keyboard.press('Tab');
  await expect(part.locator(':focus')).toHaveCount(1);
}
