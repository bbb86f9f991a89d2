import type { Page } from '@playwright/test';

/** The share of the viewport that sticky elements may cover. */
const share = 0.25;

/** Elements with `position: fixed` or `sticky` that cover more than that share of the viewport at any scroll position. */
export async function findWhatStaysInTheWay(page: Page): Promise<readonly string[]> {
  return page.evaluate((most) => {
    scrollTo(0, document.documentElement.scrollHeight / 2);
    const found = [...document.querySelectorAll('body *')].flatMap((element) => {
      if (!['fixed', 'sticky'].includes(getComputedStyle(element).position)) return [];
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return [];
      const { left, right, top, bottom } = element.getBoundingClientRect();
      const width = Math.max(0, Math.min(right, innerWidth) - Math.max(left, 0));
      const height = Math.max(0, Math.min(bottom, innerHeight) - Math.max(top, 0));
      const part = (width * height) / (innerWidth * innerHeight);
      const name = `${element.localName} “${element.textContent.trim().slice(0, 40)}”`;
      return part > most ? [`${name} covers ${Math.round(part * 100)} % of the window`] : [];
    });
    scrollTo(0, 0);
    return found;
  }, share);
}
