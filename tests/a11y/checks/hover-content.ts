import type { Page } from '@playwright/test';
import type { Check } from '../check.ts';
import { barriers, inPage, type ListenersOf, type Place, withListeners } from '../in-page.ts';

/**
 * 1.4.13 and 2.1.1: content that appears on hover or focus, by a style or by a script, can be dismissed and hovered, persists, and is
 * there for the keyboard too.
 */
export const hoverContent: Check = {
  id: 'hover-content',
  criteria: ['1.4.13', '2.1.1'],
  leavesTraces: true,
  async judge(page) {
    const found: Place[] = [];
    const onlyHovered: Place[] = [];
    const owners = await withListeners(page, findOwners);
    for (const index of owners) {
      const owner = page.locator('body *').nth(index);
      await page.mouse.move(0, 0);
      await inPage(page, noteShown, index);
      await owner.hover({ force: true, timeout: 10_000 }).catch(() => undefined);
      const shown = await inPage(page, findShown);
      if (!shown) continue;
      found.push(...(await dismissAndReach(page, index, shown)));
      if (!(await showsOnFocus(page, index))) {
        onlyHovered.push({ element: shown.name, words: 'appears under a pointer and not by keyboard' });
      }
    }
    await page.mouse.move(0, 0);
    return {
      barriers: [
        ...barriers('hover-content', ['1.4.13'], found),
        ...barriers('only-under-pointer', ['2.1.1'], onlyHovered),
      ],
      judged: ['1.4.13'],
    };
  },
};

interface Shown {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

async function dismissAndReach(page: Page, index: number, { name, x, y }: Shown): Promise<Place[]> {
  const owner = page.locator('body *').nth(index);
  const found: Place[] = [];
  await page.keyboard.press('Escape');
  if (await inPage(page, findShown)) found.push({ element: name, words: 'Escape does not dismiss it' });
  await page.mouse.move(0, 0);
  await owner.hover({ force: true, timeout: 10_000 }).catch(() => undefined);
  await page.mouse.move(x, y, { steps: 4 });
  if (!(await inPage(page, findShown))) found.push({ element: name, words: 'disappears when the pointer moves to it' });
  await page.mouse.move(0, 0);
  return found;
}

/** Whether the focus on the owner, or on a control in it, shows the content as well. */
async function showsOnFocus(page: Page, index: number): Promise<boolean> {
  await page.keyboard.press('Tab');
  await page
    .locator('body *')
    .nth(index)
    .evaluate((owner) => {
      const stops = 'a[href], button, input, summary, [tabindex]';
      const stop = owner.matches(stops) ? owner : (owner.querySelector(stops) ?? owner.closest(stops));
      (stop as HTMLElement | null)?.focus();
    });
  return (await inPage(page, findShown)) !== null;
}

/** The indexes, among all elements of the body, of one of each look that a style or a script may change under a pointer. */
function findOwners(listenersOf: ListenersOf): number[] {
  const all = [...document.body.querySelectorAll('*')];
  const rulesOf = (rules: CSSRuleList): CSSStyleRule[] =>
    [...rules].flatMap((rule) => [
      ...(rule instanceof CSSStyleRule ? [rule] : []),
      ...('cssRules' in rule ? rulesOf(rule.cssRules as CSSRuleList) : []),
    ]);
  const selectors = [...document.styleSheets]
    .flatMap((sheet) => rulesOf(sheet.cssRules))
    .flatMap(({ selectorText }) => selectorText.split(/,(?![^(]*\))/))
    .flatMap((selector) => {
      // What follows the state appears: a part, or generated content.
      const state =
        /^(.+?):(?:is\([^)]*(?:hover|focus)[^)]*\)|where\([^)]*(?:hover|focus)[^)]*\)|hover|focus(?:-within|-visible)?)(.*)$/;
      const [, owner, part = ''] = state.exec(selector.trim()) ?? [];
      return owner && /[ >+~]|::?(?:before|after)/.test(part) ? [[owner.replaceAll('&', '*'), part] as const] : [];
    });
  const styled = selectors.flatMap(([selector, part]) => {
    try {
      const owners = [...document.querySelectorAll(selector)].filter(kit.isShown);
      // Of several, one that has the part that appears.
      const own = /^ ?[> ]/.test(part) ? owners.find((each) => each.querySelector(`:scope ${part}`)) : undefined;
      const owner = own ?? owners[0];
      return owner ? [owner] : [];
    } catch {
      return [];
    }
  });
  const events = ['mouseenter', 'mouseover', 'pointerenter', 'pointerover', 'focus', 'focusin'];
  const scripted = all.filter(
    (element) => kit.isShown(element) && Object.keys(listenersOf(element)).some((name) => events.includes(name)),
  );
  const looks = new Set<string>();
  return [...styled, ...scripted].slice(0, 30).flatMap((owner) => {
    const look = `${owner.localName} ${owner.className} ${owner.id}`;
    if (looks.has(look) || !kit.isShown(owner)) return [];
    looks.add(look);
    return [all.indexOf(owner)];
  });
}

interface Noted {
  readonly texts: Set<Element>;
  readonly owner: Element | undefined;
  readonly styled: string;
}

function noteShown(index: number): void {
  const owner = document.body.querySelectorAll('*')[index];
  const styled = owner ? ['::before', '::after'].map((side) => getComputedStyle(owner, side).content).join() : '';
  Object.assign(globalThis, { noted: { texts: new Set(kit.withWords().filter(kit.isShown)), owner, styled } });
}

/** An element with text, or generated text, that was not visible before. */
function findShown(): Shown | null {
  const { texts, owner, styled } = (globalThis as unknown as { noted: Noted }).noted;
  const middle = (element: Element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  };
  const shown = kit.withWords().find((element) => kit.isShown(element) && !texts.has(element));
  if (shown) return { name: kit.describe(shown), ...middle(shown) };
  const now = owner ? ['::before', '::after'].map((side) => getComputedStyle(owner, side).content).join() : '';
  const isTold = now !== styled && /\p{L}{2}/u.test(now.replace(/\b(?:none|normal)\b/g, ''));
  return owner && isTold ? { name: `${kit.describe(owner)}: ${now.slice(0, 60)}`, ...middle(owner) } : null;
}
