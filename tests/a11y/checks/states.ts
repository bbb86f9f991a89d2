import type { Page } from '@playwright/test';
import { findSmallTargets } from '../../e2e/checks/targets.ts';
import type { Barrier, Check } from '../check.ts';
import { barriers, inPage, type Place } from '../in-page.ts';
import { axe } from './axe.ts';

/** How many popovers or dialogs of a page are entered. */
const most = 4;

/**
 * What a page shows after an action: opens closed questions, popovers and dialogs, and judges each by axe, by the contrast of its text
 * and by the size of its targets. What opens must have a name, must close by keyboard, and must return the focus.
 */
export const states: Check = {
  id: 'states',
  criteria: [...new Set([...axe.criteria, '1.4.3', '2.1.2', '2.4.3', '2.4.11', '2.5.8', '4.1.2'])].sort(),
  seesColours: true,
  leavesTraces: true,
  async judge(page) {
    const found: Barrier[] = [];
    const questions = await inPage(page, openQuestions);
    if (questions > 0) {
      found.push(...barriers('faint-when-open', ['1.4.3'], await inPage(page, findFaintText, 'details')));
      found.push(...(await axe.judge(page)).barriers);
    }
    const openers = await inPage(page, markOpeners, most);
    for (let index = 0; index < openers; index++) found.push(...(await enter(page, index)));
    return { barriers: found, judged: questions + openers > 0 ? states.criteria : [] };
  },
};

/** Opens all questions and returns their number. */
function openQuestions(): number {
  const closed = [...document.querySelectorAll('details:not([open])')];
  for (const details of closed) details.setAttribute('open', '');
  return closed.length;
}

/** Marks one visible button of each look that may open something; returns how many it marked. */
function markOpeners(limit: number): number {
  const looks = new Set<string>();
  const buttons = [...document.querySelectorAll<HTMLElement>('button, [role="button"], [popovertarget]')].filter(
    (button) =>
      kit.isShown(button) &&
      !button.matches('[popovertargetaction="hide"], :disabled') &&
      !(button instanceof HTMLButtonElement && button.form && button.type === 'submit'),
  );
  let count = 0;
  for (const button of buttons) {
    const look = `${button.className} ${button.parentElement?.className} ${button.id.replace(/\d+/g, '')}`;
    if (looks.has(look) || count >= limit) continue;
    looks.add(look);
    button.dataset['opener'] = String(count++);
  }
  return count;
}

/** Presses a marked button. When a popover or dialog opens, judges and closes it. */
async function enter(page: Page, index: number): Promise<Barrier[]> {
  const opener = page.locator(`[data-opener="${index}"]`);
  const address = page.url();
  await opener.evaluate((element) => (element as HTMLElement).focus());
  await page.keyboard.press('Enter').catch(() => undefined);
  const opened = await inPage(page, markOpened).catch(() => null);
  if (opened === null || page.url() !== address) return [];
  const part = '[data-opened]';
  const isNameless =
    opened.name === '' && opened.hasControls ? [{ element: opened.element, words: 'opens without a name' }] : [];
  const small = (await findSmallTargets(page, part)).map((element) => ({ element, words: 'in what a button opens' }));
  const found = [
    ...barriers('opens-without-name', ['4.1.2'], isNameless),
    ...barriers('faint-when-open', ['1.4.3'], await inPage(page, findFaintText, part)),
    ...barriers('small-when-open', ['2.5.8'], small),
    ...(await axe.judge(page)).barriers.filter(({ isUndecided }) => !isUndecided),
    ...barriers('behind-what-opened', ['2.4.3', '2.4.11'], await tabBehind(page)),
  ];
  return [...found, ...(await close(page, index, opened))];
}

interface Opened extends Place {
  readonly name: string;
  readonly hasControls: boolean;
}

/** The topmost popover or dialog that is open. */
function markOpened(): Opened | null {
  const all = [...document.querySelectorAll('dialog[open], [role="dialog"], [role="alertdialog"], :popover-open')];
  const opened = all.filter((each) => kit.isShown(each)).at(-1);
  if (!opened) return null;
  opened.setAttribute('data-opened', '');
  const labels = (opened.getAttribute('aria-labelledby') ?? '').split(/\s+/).map((id) => document.getElementById(id));
  const name = [opened.getAttribute('aria-label'), ...labels.map((each) => each?.textContent)].join(' ').trim();
  // A popover with text alone is no group of controls.
  const hasControls =
    opened.matches('dialog, [role]') || opened.querySelector('a[href], button, input, select') !== null;
  return { element: kit.describe(opened), words: '', name, hasControls };
}

/** Tabs out of what is open and returns the next stops that it covers entirely. */
async function tabBehind(page: Page): Promise<Place[]> {
  const found: Place[] = [];
  let outside = 0;
  for (let presses = 0; presses < 40 && outside < 4; presses++) {
    await page.keyboard.press('Tab');
    const stop = await inPage(page, () => {
      const element = document.activeElement;
      const opened = document.querySelector('[data-opened]');
      if (!element || element === document.body || !opened || !kit.isShown(opened)) return 'left';
      if (opened.contains(element)) return 'inside';
      const hits = [...element.getClientRects()].map(({ left, top, width, height }) =>
        document.elementFromPoint(left + width / 2, top + height / 2),
      );
      const isCovered = hits.length > 0 && hits.every((hit) => hit !== null && opened.contains(hit));
      // A dialog that says that it is modal keeps the focus.
      return isCovered || opened.matches('[aria-modal="true"]')
        ? { element: kit.describe(element), words: 'gets the focus behind what is open' }
        : 'outside';
    });
    if (stop === 'left') break;
    if (stop !== 'inside') outside++;
    if (typeof stop === 'object') found.push(stop);
  }
  return found;
}

/** Closes what is open by Escape or by a button in it, and reports a trap and a lost focus. */
async function close(page: Page, index: number, { element, hasControls }: Opened): Promise<Barrier[]> {
  const isOpen = () =>
    page
      .locator('[data-opened]')
      .evaluate((part) => kit.isShown(part))
      .catch(() => false);
  await page.locator('[data-opened]').evaluate((part) => {
    part.querySelector<HTMLElement>('button, a[href], input')?.focus();
  });
  await page.keyboard.press('Escape');
  if (await isOpen()) {
    await page.locator('[data-opened]').evaluate((part) => {
      for (const button of [...part.querySelectorAll('button')].reverse()) if (kit.isShown(part)) button.click();
    });
  }
  if (await isOpen()) return barriers('does-not-close', ['2.1.2'], [{ element, words: 'does not close by keyboard' }]);
  const isBack = await page.evaluate((number) => {
    for (const each of document.querySelectorAll('[data-opened]')) each.removeAttribute('data-opened');
    const opener = document.querySelector(`[data-opener="${number}"]`);
    return document.activeElement !== document.body || !opener?.checkVisibility();
  }, index);
  // Without controls the focus never was in it.
  return isBack || !hasControls
    ? []
    : barriers('focus-lost', ['2.4.3'], [{ element, words: 'loses the focus when it closes' }]);
}

/** Visible text in a part of the page with less than 4.5:1, or 3:1 when it is large. */
function findFaintText(part: string): Place[] {
  return kit.withWords().flatMap((element) => {
    if (!element.closest(part) || !kit.isShown(element) || element.closest(':disabled, [aria-hidden="true"]'))
      return [];
    const { color, fontSize, fontWeight } = getComputedStyle(element);
    const size = Number.parseFloat(fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700);
    const ground = kit.groundOf(element);
    const ratio = ground ? kit.contrast(color, ground) : 21;
    return ratio < (isLarge ? 3 : 4.5)
      ? [{ element: kit.describe(element), words: `has ${ratio.toFixed(1)}:1 when it is open` }]
      : [];
  });
}
