import type { Page } from '@playwright/test';
import type { Check } from '../check.ts';
import { barriers, hasScript, inPage, type ListenersOf, leads, type Place, withListeners } from '../in-page.ts';

/** 2.1.1 and 2.1.2: Tab reaches and leaves everything that responds to a pointer. */
export const keyboard: Check = {
  id: 'keyboard',
  criteria: ['1.3.1', '2.1.1', '2.1.2', '2.4.7', '4.1.2'],
  leavesTraces: true,
  async judge(page) {
    const { reached, trap: forwards } = await walk(page, 'Tab');
    const trap = forwards.length > 0 ? forwards : (await walk(page, 'Shift+Tab')).trap;
    const missed = await inPage(page, findMissed, reached);
    // Without script, nothing moves the focus or listens to events.
    const isLive = await hasScript(page);
    const loses = isLive ? await inPage(page, findLosers) : [];
    const mute = isLive ? await withListeners(page, findMouseOnly) : [];
    const roleless = isLive ? await withListeners(page, findRoleless) : [];
    const pointed = isLive ? await inPage(page, findPointed) : [];
    const unpressed = isLive ? await findUnpressed(page) : [];
    const hidden = await inPage(page, findHiddenFields);
    return {
      judged: ['2.1.1', '2.1.2'],
      barriers: [
        ...barriers('trap', ['2.1.2'], trap),
        ...barriers('not-reached', ['2.1.1'], trap.length > 0 ? [] : missed),
        ...barriers('loses-focus', ['2.1.1', '2.4.7'], loses),
        ...barriers('no-role', ['4.1.2'], roleless),
        ...barriers('mouse-only', ['1.3.1', '2.1.1', '4.1.2'], [...mute, ...pointed]),
        ...barriers('not-by-keys', ['2.1.1'], [...unpressed, ...hidden]),
      ],
    };
  },
};

/** Presses Tab until the focus leaves the page and records each stop. A stop that repeats before that is a trap. */
async function walk(page: Page, key: 'Tab' | 'Shift+Tab'): Promise<{ reached: number[]; trap: Place[] }> {
  const reached: number[] = [];
  let inside = 0;
  for (;;) {
    await page.keyboard.press(key);
    const { place, name, hasParts } = await inPage(page, () => {
      const element = document.activeElement ?? document.body;
      const isInside = element !== document.body && element !== document.documentElement;
      return {
        place: isInside ? [...document.querySelectorAll('*')].indexOf(element) : -1,
        name: kit.describe(element),
        hasParts: element.matches(
          'audio, video, iframe, [type="date"], [type^="datetime"], [type="time"], [type="month"]',
        ),
      };
    });
    if (place < 0) return { reached, trap: [] };
    // The native controls inside a player or a date are one stop for the page.
    if (hasParts && reached.at(-1) === place && inside++ < 20) continue;
    inside = 0;
    if (!reached.includes(place)) reached.push(place);
    // A headless browser has no stops of its own, so the focus wraps around to the first one.
    else if (place === reached[0] && reached.length > 1) return { reached, trap: [] };
    else if (reached.length === 1 && (await isOnlyStop(page))) return { reached, trap: [] };
    else return { reached, trap: [{ element: name, words: `${key} does not leave it` }] };
  }
}

async function isOnlyStop(page: Page): Promise<boolean> {
  return (await page.locator('a[href], button, input, select, textarea, [tabindex]').count()) <= 1;
}

function findMissed(reached: readonly number[]): Place[] {
  const all = [...document.querySelectorAll('*')];
  const groups = new Set(
    reached.flatMap((place) => {
      const element = all[place];
      return element instanceof HTMLInputElement && element.type === 'radio' ? element.name : [];
    }),
  );
  return all
    .filter((element) => element.matches('a[href], area[href], button, input, select, textarea, summary'))
    .filter((element) => kit.isShown(element) && !element.matches(':disabled, [type="hidden"]'))
    .filter((element) => !(element instanceof HTMLInputElement && groups.has(element.name)))
    .filter((element) => {
      // What is inert outside the window is closed.
      const { left, right, bottom } = element.getBoundingClientRect();
      return !element.closest('[inert]') || (left < innerWidth && right > 0 && bottom > 0);
    })
    .filter((element) => !reached.includes(all.indexOf(element)))
    .map((element) => ({ element: kit.describe(element), words: 'Tab does not reach it' }));
}

/** Elements that lose the focus as soon as they receive it. */
function findLosers(): Place[] {
  const stops = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
  return [...document.querySelectorAll<HTMLElement>(stops)].filter(kit.isShown).flatMap((element) => {
    const name = kit.describe(element);
    if (element.matches(':disabled')) return [];
    element.focus();
    return document.activeElement === document.body ? [{ element: name, words: 'loses the focus at once' }] : [];
  });
}

/** Fields that only a pointer can change, because they are not drawn and their label takes no focus. */
function findHiddenFields(): Place[] {
  return [...document.querySelectorAll('label')]
    .filter((label) => kit.isShown(label) && label.control instanceof HTMLInputElement && label.tabIndex < 0)
    .filter(({ control }) => control && !control.checkVisibility({ visibilityProperty: true }))
    .map((label) => ({ element: kit.describe(label), words: 'belongs to a field that cannot have the focus' }));
}

/** Controls of their own that a click changes, and that Enter and Space do not. */
async function findUnpressed(page: Page): Promise<Place[]> {
  const owned = page.locator(
    ':is([role="button"], [role="checkbox"], [role="switch"], [role="tab"], [role="menuitem"], [role="radio"], [role="option"], [role="link"])[tabindex="0"]:not(button, a[href], input)',
  );
  const found: Place[] = [];
  const look = () => page.evaluate(() => document.documentElement.outerHTML);
  for (let index = 0; index < Math.min(6, await owned.count()); index++) {
    const control = owned.nth(index);
    if (!(await control.isVisible())) continue;
    await control.focus();
    const before = await look();
    let isLeaving = await leads(page, async () => {
      for (const key of ['Enter', 'Space', 'ArrowRight', 'ArrowDown']) {
        await page.keyboard.press(key);
        if ((await look()) !== before) return;
      }
    });
    if (isLeaving || (await look()) !== before) continue;
    isLeaving = await leads(page, () => control.click({ timeout: 10_000 }));
    if (isLeaving || (await look()) !== before) {
      const element = await control.evaluate((each) => each.outerHTML.slice(0, 60)).catch(() => 'a control');
      found.push({ element, words: 'responds to a click and not to keys' });
    }
    if (isLeaving) break;
  }
  return found;
}

/** Elements that listen to a pointer but cannot be reached by keyboard. */
function findMouseOnly(listenersOf: ListenersOf): Place[] {
  const pointer = ['click', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'dblclick'];
  const native = 'a[href], button, input, select, textarea, summary, label, option, dialog, form, audio, video';
  return [...document.body.querySelectorAll<HTMLElement>('*')].filter(kit.isShown).flatMap((element) => {
    const events = Object.keys(listenersOf(element));
    const isPressed = pointer.some((name) => events.includes(name));
    // Keys send a click and nothing else.
    const isFirm = isPressed && !events.some((name) => /^(?:click|key|submit|change|input|focus)/.test(name));
    if (isFirm && element.matches('a[href], button, [role="button"]'))
      return [{ element: kit.describe(element), words: `responds to ${events.join(', ')} but not to a click` }];
    // Events of a control inside bubble up to it.
    const listensForParts = element.querySelector(native) !== null || element.localName.includes('-');
    if (!isPressed || element.matches(native) || listensForParts) return [];
    const hasKeys = events.some((name) => name.startsWith('key'));
    if (element.tabIndex >= 0 && hasKeys) return [];
    return [{ element: kit.describe(element), words: `responds to ${events.join(', ')} but not to the keyboard` }];
  });
}

/** Elements that take the focus and respond to it, without a role that says what they are. */
function findRoleless(listenersOf: ListenersOf): Place[] {
  const native = 'a, button, input, select, textarea, summary, label, dialog, audio, video, iframe, [role], [popover]';
  return [...document.body.querySelectorAll<HTMLElement>('[tabindex]:not([tabindex^="-"])')]
    .filter((element) => kit.isShown(element) && !element.matches(native) && !element.localName.includes('-'))
    .filter((element) => Object.keys(listenersOf(element)).some((name) => /^(?:click|key|pointer|mouse)/.test(name)))
    .map((element) => ({ element: kit.describe(element), words: 'responds to keys and has no role' }));
}

/** Elements that show the hand of a link under a pointer and are neither controls nor in one: a script listens further up. */
function findPointed(): Place[] {
  const native =
    'a[href], area[href], button, input, select, textarea, summary, label, option, audio, video, [tabindex], [contenteditable]';
  return [...document.body.querySelectorAll('*')]
    .filter((element) => kit.isShown(element) && getComputedStyle(element).cursor === 'pointer')
    .filter((element) => getComputedStyle(element.parentElement ?? document.body).cursor !== 'pointer')
    .filter((element) => !element.closest(native) && !element.querySelector(native))
    .map((element) => ({ element: kit.describe(element), words: 'shows that it can be pressed, and has no keyboard' }));
}
