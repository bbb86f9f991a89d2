import type { Page } from '@playwright/test';
import { findUnreadableText } from '../../e2e/checks/layout.ts';
import type { Check } from '../check.ts';
import { barriers, inPage, type Place } from '../in-page.ts';

/**
 * 1.4.4: browser zoom can double the text size without cutting anything off. A window of 1280 pixels shows 640 of them at 200 %, and
 * 256 at 500 %, the highest zoom of browsers.
 */
export const zoom: Check = {
  id: 'zoom',
  criteria: ['1.4.4'],
  async judge(page) {
    const window = page.viewportSize();
    await page.setViewportSize({ width: 1280, height: 800 });
    const plain = await textSizes(page);
    await page.setViewportSize({ width: 256, height: 640 });
    const zoomed = await textSizes(page);
    const stuck = plain.flatMap(({ element, size }) => {
      const now = zoomed.find((each) => each.element === element);
      const growth = now ? (now.size * 5) / size : 2;
      return growth < 1.99 ? [{ element, words: `grows ${growth.toFixed(1)} times at most` }] : [];
    });
    await page.setViewportSize({ width: 640, height: 400 });
    const doubled = await textSizes(page);
    // Headings may grow less; running text grows with the zoom.
    const slow = plain.flatMap(({ element, size, isRunning }) => {
      const now = doubled.find((each) => each.element === element);
      const growth = now ? (now.size * 2) / size : 2;
      return isRunning && growth < 1.5 ? [{ element, words: `grows ${growth.toFixed(1)} times at 200 %` }] : [];
    });
    const cut = (await findUnreadableText(page)).map((element) => ({ element, words: 'at 200 %' }));
    if (window) await page.setViewportSize(window);
    return {
      barriers: [
        ...barriers('zoom-refused', ['1.4.4'], await inPage(page, findRefusals)),
        ...barriers('does-not-grow', ['1.4.4'], [...stuck, ...slow]),
        ...barriers('cut', ['1.4.4'], cut),
      ],
      judged: ['1.4.4'],
    };
  },
};

function textSizes(page: Page): Promise<{ element: string; size: number; isRunning: boolean }[]> {
  return inPage(page, () =>
    kit
      .withWords()
      .filter(kit.isShown)
      .map((element) => ({
        element: kit.describe(element),
        size: Number.parseFloat(getComputedStyle(element).fontSize),
        isRunning: element.matches('p, li, dd, td') && kit.wordsOf(element).length > 40,
      })),
  );
}

/** What refuses to zoom: the keys, the wheel, the fingers. */
function findRefusals(): Place[] {
  const options = { bubbles: true, cancelable: true, ctrlKey: true };
  const events = [
    ...['+', '=', '-'].map((key): [string, Event] => [
      `Ctrl and ${key}`,
      new KeyboardEvent('keydown', { ...options, key }),
    ]),
    ['Ctrl and the wheel', new WheelEvent('wheel', { ...options, deltaY: -100 })] as [string, Event],
    ['two fingers', new Event('gesturestart', options)] as [string, Event],
  ];
  const refused = events.filter(([, event]) => !document.body.dispatchEvent(event));
  const touch = [document.documentElement, document.body, document.querySelector('main')].filter(
    (part) => part && /^(?:none|pan-[xy](?: pan-[xy])?)$/.test(getComputedStyle(part).touchAction),
  );
  return [
    ...refused.map(([by]) => ({ element: 'the page', words: `refuses to zoom by ${by}` })),
    ...touch.map((part) => ({ element: part?.localName ?? '', words: 'refuses to zoom by two fingers' })),
  ];
}
