import type { Page } from '@playwright/test';
import { findUnreadableText, sidewaysScroll } from '../../e2e/checks/layout.ts';
import type { Check } from '../check.ts';
import { barriers, inPage, type Place } from '../in-page.ts';
import { findWhatStaysInTheWay } from './sticky.ts';

/** 1.4.10 and 2.4.11: at 320 pixels, nothing overflows, is cut off or is missing, and nothing that stays covers the window. */
export const reflow: Check = {
  id: 'reflow',
  criteria: ['1.4.10', '2.4.11'],
  async judge(page) {
    const window = page.viewportSize();
    await page.setViewportSize({ width: 1280, height: 800 });
    const wide = await shownTexts(page);
    await page.setViewportSize({ width: 320, height: 640 });
    const narrow = (await shownTexts(page)).join(' ');
    const gone = wide.filter((text) => !narrow.includes(text));
    // A table of data may need two dimensions.
    const style = await page.addStyleTag({ content: 'table:not([role]) { display: none !important }' });
    const sideways = await sidewaysScroll(page);
    await style.evaluate((sheet) => (sheet as Element).remove());
    const texts = await findUnreadableText(page);
    const scrollers = await inPage(page, findScrollers);
    // 1280 × 1024 pixels at 400 %.
    await page.setViewportSize({ width: 320, height: 256 });
    const staying = await findWhatStaysInTheWay(page);
    const found = [
      ...barriers(
        'gone',
        ['1.4.10'],
        gone.map((text) => ({ element: `“${text}”`, words: 'is missing at 320 pixels' })),
      ),
      ...barriers(
        'cut',
        ['1.4.10'],
        texts.map((text) => ({ element: text, words: 'at 320 pixels' })),
      ),
      ...barriers(
        'in-the-way',
        ['1.4.10', '2.4.11'],
        staying.map((element) => ({ element, words: 'at 400 %' })),
      ),
      ...barriers('scrolls-inside', ['1.4.10'], scrollers),
      ...(sideways > 0
        ? barriers(
            'sideways',
            ['1.4.10'],
            [{ element: 'the page', words: `scrolls horizontally by ${sideways} pixels` }],
          )
        : []),
    ];
    if (window) await page.setViewportSize(window);
    return { barriers: found, judged: ['1.4.10'] };
  },
};

/** Boxes that scroll horizontally for lines of text. Tables, pictures and code may need two dimensions. */
function findScrollers(): Place[] {
  return [...document.body.querySelectorAll('*')]
    .filter((box) => kit.isShown(box) && /auto|scroll/.test(getComputedStyle(box).overflowX))
    .filter((box) => box.scrollWidth > box.clientWidth + 1 && !box.matches('pre, textarea, select, input'))
    .filter((box) => !box.querySelector('table, svg, img, canvas, iframe, pre, video'))
    .filter((box) =>
      [...box.querySelectorAll('*'), box].some((part) => {
        const range = document.createRange();
        range.selectNodeContents(part);
        return part.childElementCount === 0 && [...range.getClientRects()].some(({ width }) => width > box.clientWidth);
      }),
    )
    .map((box) => ({ element: kit.describe(box), words: 'scrolls horizontally for its lines at 320 pixels' }));
}

/**
 * Texts that are visible or that a button shows (a menu), without decoration: `aria-hidden` text, and the name of the page in its own
 * navigation, which its heading repeats.
 */
function shownTexts(page: Page): Promise<string[]> {
  return inPage(page, () => {
    const hasHeading = [...document.querySelectorAll('h1')].some(kit.isShown);
    return kit
      .withWords()
      .filter((element) => !element.closest('[aria-hidden="true"]'))
      .filter((element) => !(element.closest('nav [aria-current="page"]') && hasHeading))
      .filter((element) => {
        const box = element.closest('[popover], details');
        const isOpened = box?.matches('details') || (box && document.querySelector(`[popovertarget="${box.id}"]`));
        return isOpened || kit.isShown(element);
      })
      .flatMap((element) =>
        [...element.childNodes].flatMap((node) =>
          node.nodeType === Node.TEXT_NODE ? (node.textContent ?? '').replace(/\s+/g, ' ').trim() || [] : [],
        ),
      );
  });
}
