import type { Page } from '@playwright/test';

/**
 * Controls that cannot be seen as such in forced colours, in which a ground of their own is no longer painted: neither a
 * border, nor an underline, nor the mark of a system's box to tick (WCAG 1.4.11).
 */
export function findShapelessControls(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('button, input, select, textarea, a[class~="button"], summary')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .filter((element) => {
        const { borderTopStyle, borderTopWidth, textDecorationLine, appearance, listStyleType, display } =
          getComputedStyle(element);
        const hasBorder = borderTopStyle !== 'none' && Number.parseFloat(borderTopWidth) >= 1;
        // A sign that is drawn before or after its words, such as the plus of a question.
        const hasSign = ['::before', '::after'].some((pseudo) => {
          const { content } = getComputedStyle(element, pseudo);
          return content !== 'none' && content !== 'normal' && content !== '""';
        });
        const hasMark =
          hasSign ||
          textDecorationLine.includes('underline') ||
          (display === 'list-item' && listStyleType !== 'none');
        // A control that is hidden under its label leaves its form to it.
        const { width, height } = element.getBoundingClientRect();
        const isSystems = element.matches('[type=checkbox], [type=radio]') && appearance !== 'none';
        return !hasBorder && !hasMark && !isSystems && width > 1 && height > 1;
      })
      .map((element) => `${element.localName} “${element.textContent.trim().slice(0, 40)}”`),
  );
}
