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

/**
 * Finds controls whose words vanish when they get the focus in forced colours (WCAG 1.4.3): Chromium paints the colour of the page behind
 * the words of a block, whatever the background of the control is. Their colour must have 4.5:1 on it.
 */
export async function findLostWords(page: Page): Promise<readonly string[]> {
  // Browsers show a focus that a script sets only after the keyboard was used.
  await page.keyboard.press('Tab');
  return page.evaluate(() => {
    const luminance = (colour: string) => {
      const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map((value) => {
        const part = Number(value) / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const probe = document.body.appendChild(document.createElement('p'));
    probe.style.background = 'Canvas';
    const canvas = luminance(getComputedStyle(probe).backgroundColor);
    probe.remove();
    return [...document.querySelectorAll<HTMLElement>('a[href], button, summary')].flatMap((element) => {
      element.focus({ preventScroll: true });
      const { color, display, forcedColorAdjust } = getComputedStyle(element);
      if (document.activeElement !== element || display === 'inline' || forcedColorAdjust === 'none') return [];
      const [low = 0, high = 0] = [luminance(color), canvas].sort((a, b) => a - b);
      const ratio = (high + 0.05) / (low + 0.05);
      const name = `${element.localName} “${element.textContent.trim().slice(0, 40)}”`;
      return ratio < 4.5 ? [`${name} has words of ${ratio.toFixed(1)}:1 when it has the focus`] : [];
    });
  });
}
