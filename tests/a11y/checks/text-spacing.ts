import { findUnreadableText, spaceText } from '../../e2e/checks/layout.ts';
import type { Check } from '../check.ts';
import { barriers } from '../in-page.ts';

/** 1.4.12: with the text spacing of the criterion, nothing is cut off or covered. */
export const textSpacing: Check = {
  id: 'text-spacing',
  criteria: ['1.4.12'],
  leavesTraces: true,
  async judge(page) {
    const window = page.viewportSize();
    const widths = [1280, 320];
    const look = async (width: number) => {
      await page.setViewportSize({ width, height: 800 });
      return findUnreadableText(page);
    };
    const before = new Map<number, ReadonlySet<string>>();
    for (const width of widths) before.set(width, new Set((await look(width)).map(wordsOnly)));
    await spaceText(page);
    const after = [];
    for (const width of widths)
      after.push(...(await look(width)).filter((text) => !before.get(width)?.has(wordsOnly(text))));
    // What the page can scroll to is not lost.
    const scrolls = await page.evaluate(() =>
      [document.documentElement, document.body].every((each) => !/hidden|clip/.test(getComputedStyle(each).overflowX)),
    );
    const lost = after.filter((text) => !scrolls || !text.includes('by the edge of the page'));
    if (window) await page.setViewportSize(window);
    return {
      barriers: barriers(
        'text-spacing',
        ['1.4.12'],
        lost.map((element) => ({ element, words: 'with wide text spacing' })),
      ),
      judged: ['1.4.12'],
    };
  },
};

/** Without the position, which spacing changes. */
function wordsOnly(text: string): string {
  return text.replace(/ at -?\d+,-?\d+/g, '');
}
