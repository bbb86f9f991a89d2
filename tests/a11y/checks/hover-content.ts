import type { Check } from '../check.ts';
import { barriers, inPage, type Place } from '../in-page.ts';

/** 1.4.13: what shows when the pointer or the focus comes can be sent away, can be pointed at, and stays. */
export const hoverContent: Check = {
  id: 'hover-content',
  criteria: ['1.4.13'],
  leavesTraces: true,
  async judge(page) {
    const found: Place[] = [];
    // One of each look is enough: what a style or script shows, it shows for all.
    const owners = await inPage(page, findOwners);
    for (const index of owners) {
      const owner = page.locator('body *').nth(index);
      await inPage(page, noteShown);
      await owner.hover({ force: true, timeout: 1000 }).catch(() => undefined);
      const shown = await inPage(page, findShown);
      if (!shown) continue;
      await page.keyboard.press('Escape');
      if (await inPage(page, findShown))
        found.push({ element: shown.name, words: 'Escape does not send it away' });
      await page.mouse.move(0, 0);
      await owner.hover({ force: true, timeout: 1000 }).catch(() => undefined);
      await page.mouse.move(shown.x, shown.y, { steps: 4 });
      if (!(await inPage(page, findShown)))
        found.push({ element: shown.name, words: 'flees from the pointer' });
      await page.mouse.move(0, 0);
    }
    return { barriers: barriers('hover-content', ['1.4.13'], found), judged: ['1.4.13'] };
  },
};

/** Places of elements, among all of the body, that a rule of the style names together with a pointer or the focus. */
function findOwners(): number[] {
  const all = [...document.body.querySelectorAll('*')];
  const selectors = [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .flatMap((rule) => (rule instanceof CSSStyleRule ? rule.selectorText.split(',') : []))
    .flatMap((selector) => {
      const [, owner] =
        /^(.+?):(?:hover|focus|focus-within|focus-visible)\s*[ >+~]/.exec(selector.trim()) ?? [];
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

/** Something with words that was not shown before. */
function findShown(): { name: string; x: number; y: number } | null {
  const before = (globalThis as unknown as { shownBefore: Set<Element> }).shownBefore;
  const shown = kit.withWords().find((element) => kit.isShown(element) && !before.has(element));
  if (!shown) return null;
  const { left, top, width, height } = shown.getBoundingClientRect();
  return { name: kit.describe(shown), x: left + width / 2, y: top + height / 2 };
}
