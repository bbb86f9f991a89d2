import type { Page } from '@playwright/test';

/**
 * Finds controls that forced colours leave without a visible shape: no border, no underline, no native checkbox (WCAG 1.4.11).
 * Forced colours do not paint their backgrounds.
 */
export function findShapelessControls(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('button, input, select, textarea, a[class~="button"], summary')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .filter((element) => {
        const { borderTopStyle, borderTopWidth, textDecorationLine, appearance, listStyleType, display } =
          getComputedStyle(element);
        const hasBorder = borderTopStyle !== 'none' && Number.parseFloat(borderTopWidth) >= 1;
        // A generated sign before or after its text, such as the plus of a question.
        const hasSign = ['::before', '::after'].some((pseudo) => {
          const { content } = getComputedStyle(element, pseudo);
          return content !== 'none' && content !== 'normal' && content !== '""';
        });
        const hasMark =
          hasSign || textDecorationLine.includes('underline') || (display === 'list-item' && listStyleType !== 'none');
        // A hidden control takes the shape of its label.
        const { width, height } = element.getBoundingClientRect();
        const isSystems = element.matches('[type=checkbox], [type=radio]') && appearance !== 'none';
        return !hasBorder && !hasMark && !isSystems && width > 1 && height > 1;
      })
      .map((element) => `${element.localName} “${element.textContent.trim().slice(0, 40)}”`),
  );
}
