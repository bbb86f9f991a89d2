import type { Page } from '@playwright/test';
import type { Check } from '../check.ts';
import { barriers, inPage } from '../in-page.ts';

/** 1.3.4: the page has the same content in portrait and landscape and is not rotated. */
export const orientation: Check = {
  id: 'orientation',
  criteria: ['1.3.4'],
  async judge(page) {
    const window = page.viewportSize();
    const views = [];
    for (const size of [
      { width: 800, height: 820 },
      { width: 820, height: 800 },
    ]) {
      await page.setViewportSize(size);
      views.push(await look(page));
    }
    if (window) await page.setViewportSize(window);
    const most = Math.max(...views.map(({ letters }) => letters));
    const found = views.flatMap(({ letters, isTurned, name }) => [
      ...(letters < most / 2 ? [{ element: name, words: 'most of the text is missing' }] : []),
      ...(isTurned ? [{ element: name, words: 'the page is rotated' }] : []),
    ]);
    return { barriers: barriers('orientation', ['1.3.4'], found), judged: ['1.3.4'] };
  },
};

function look(page: Page): Promise<{ letters: number; isTurned: boolean; name: string }> {
  return inPage(page, () => ({
    name: innerHeight > innerWidth ? 'upright' : 'across',
    letters: kit
      .withWords()
      .filter(kit.isShown)
      .reduce((sum, element) => sum + kit.wordsOf(element).length, 0),
    isTurned: [document.documentElement, document.body, ...document.body.children].some((element) => {
      const { transform, rotate } = getComputedStyle(element);
      const [a = 1, b = 0] = (transform.match(/-?[\d.e-]+/g) ?? []).map(Number);
      return rotate !== 'none' || (transform !== 'none' && Math.abs(b) > Math.abs(a));
    }),
  }));
}
