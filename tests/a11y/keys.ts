import { expect, type Locator, type Page } from '@playwright/test';

/** More stops than any page has. */
const enough = 400;

/** Presses Tab until something has the focus, as somebody without a mouse does. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  const element = await target.elementHandle();
  for (let presses = 0; presses < enough; presses++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => wanted === document.activeElement, element)) return;
  }
  throw new Error(`Tab does not lead to ${target}.`);
}

/** Goes to a link by Tab and follows it by Enter. */
export async function follow(page: Page, link: Locator): Promise<void> {
  await tabTo(page, link);
  await page.keyboard.press('Enter');
}

/** Presses Tab once and expects the focus in a part of the page. */
export async function tabInto(page: Page, part: Locator): Promise<void> {
  await page.keyboard.press('Tab');
  await expect(part.locator(':focus')).toHaveCount(1);
}
