import type { Page } from '@playwright/test';
import type { Check } from '../check.ts';
import { barriers, inPage, type Place } from '../in-page.ts';

/** A window that is nearly square, and a phone, each upright and across: styles may look at the size as well. */
const devices = [
  [
    { width: 800, height: 820 },
    { width: 820, height: 800 },
  ],
  [
    { width: 390, height: 844 },
    { width: 844, height: 390 },
  ],
];

/** 1.3.4: the page has the same content in portrait and landscape and is not rotated. */
export const orientation: Check = {
  id: 'orientation',
  criteria: ['1.3.4'],
  async judge(page) {
    const window = page.viewportSize();
    const found: Place[] = [];
    for (const pair of devices) {
      const views = [];
      for (const size of pair) {
        await page.setViewportSize(size);
        views.push(await look(page));
      }
      const most = Math.max(...views.map(({ letters }) => letters));
      const isAlike = pair === devices[0];
      found.push(
        ...views.flatMap(({ letters, isTurned, name }) => [
          ...(letters < most * (isAlike ? 0.95 : 0.5) ? [{ element: name, words: 'most of the text is missing' }] : []),
          ...(isTurned ? [{ element: name, words: 'the page is rotated' }] : []),
        ]),
      );
    }
    const locks = await page.evaluate(() =>
      [...document.scripts].filter(({ text }) => /orientation\s*\??\.\s*lock\s*\(/.test(text)).map(() => 'a script'),
    );
    found.push(...locks.map((element) => ({ element, words: 'locks the orientation of the screen' })));
    if (window) await page.setViewportSize(window);
    return { barriers: barriers('orientation', ['1.3.4'], found), judged: ['1.3.4'] };
  },
};

function look(page: Page): Promise<{ letters: number; isTurned: boolean; name: string }> {
  return inPage(page, async () => {
    // Scripts respond to the new size before the next frame.
    await new Promise(requestAnimationFrame);
    await kit.turn();
    const middle = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
    const isFixed = (element: Element | null): boolean =>
      element !== null && (getComputedStyle(element).position === 'fixed' || isFixed(element.parentElement));
    return {
      name: innerHeight > innerWidth ? 'upright' : 'across',
      letters: kit
        .withWords()
        // Header and footer may stay.
        .filter((element) => kit.isShown(element) && (element.closest('main') || !document.querySelector('main')))
        // Advice to turn the device is no content.
        .filter(
          (element) =>
            !/draai|kantel|liggend|staand|tourne|pivote|paysage|rotate|turn your|landscape|portrait/i.test(
              kit.wordsOf(element),
            ),
        )
        // What is fixed over the middle hides the rest.
        .filter((element) => !isFixed(middle) || isFixed(element))
        .reduce((sum, element) => sum + kit.wordsOf(element).length, 0),
      isTurned: [
        document.documentElement,
        ...[...document.querySelectorAll('body, body *')].filter((each) => kit.wordsOf(each).length > 40),
      ].some((element) => {
        const { transform, rotate, writingMode } = getComputedStyle(element);
        if (writingMode !== 'horizontal-tb') return true;
        const [a = 1, b = 0] = (transform.match(/-?[\d.e-]+/g) ?? []).map(Number);
        return rotate !== 'none' || (transform !== 'none' && Math.abs(b) > Math.abs(a));
      }),
    };
  });
}
