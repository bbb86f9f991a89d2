import type { Check } from '../check.ts';
import { barriers, inPage, type Place } from '../in-page.ts';

/** 1.4.13: content that appears on hover or focus can be dismissed and hovered, and persists. */
export const hoverContent: Check = {
  id: 'hover-content',
  criteria: ['1.4.13'],
  leavesTraces: true,
  async judge(page) {
    const found: Place[] = [];
    // One element of each look represents all.
    const owners = await inPage(page, findOwners);
    for (const index of owners) {
      const owner = page.locator('body *').nth(index);
      await inPage(page, noteShown);
      await owner.hover({ force: true, timeout: 1000 }).catch(() => undefined);
      const shown = await inPage(page, findShown);
      if (!shown) continue;
      await page.keyboard.press('Escape');
      if (await inPage(page, findShown)) found.push({ element: shown.name, words: 'Escape does not dismiss it' });
      await page.mouse.move(0, 0);
      await owner.hover({ force: true, timeout: 1000 }).catch(() => undefined);
      await page.mouse.move(shown.x, shown.y, { steps: 4 });
      if (!(await inPage(page, findShown)))
        found.push({ element: shown.name, words: 'disappears when the pointer moves to it' });
      await page.mouse.move(0, 0);
    }
    return { barriers: barriers('hover-content', ['1.4.13'], found), judged: ['1.4.13'] };
  },
};

/** The indexes, among all elements of the body, of those that a style rule matches on hover or focus. */
function findOwners(): number[] {
  const all = [...document.body.querySelectorAll('*')];
  const selectors = [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .flatMap((rule) => (rule instanceof CSSStyleRule ? rule.selectorText.split(',') : []))
    .flatMap((selector) => {
      const [, owner] = /^(.+?):(?:hover|focus|focus-within|focus-visible)\s*[ >+~]/.exec(selector.trim()) ?? [];
      return owner ? [owner] : [];
    });
  return [...new Set(selectors)].flatMap((selector) => {
    const owner = document.querySelector(selector);
    return owner && kit.isShown(owner) ? [all.indexOf(owner)] : [];
  });
}

function noteShown(): void {
  Object.assign(globalThis, { shownBefore: new Set(kit.withWords().filter(kit.isShown)) });
}

/** An element with text that was not visible before. */
function findShown(): { name: string; x: number; y: number } | null {
  const before = (globalThis as unknown as { shownBefore: Set<Element> }).shownBefore;
  const shown = kit.withWords().find((element) => kit.isShown(element) && !before.has(element));
  if (!shown) return null;
  const { left, top, width, height } = shown.getBoundingClientRect();
  return { name: kit.describe(shown), x: left + width / 2, y: top + height / 2 };
}
