import type { Locator, Page } from '@playwright/test';

/** The minimum size of targets in CSS pixels: of controls, and of other links (WCAG 2.5.8). */
const sizes = { control: 44, link: 24 } as const;

/**
 * Links, buttons and questions that are too small. Controls are buttons, links that look like buttons, and everything in the header or
 * its menu. WCAG exempts links in a sentence.
 * @param within the part of the page to check
 */
export function findSmallTargets(page: Page, within: string | Locator = 'body'): Promise<string[]> {
  return (typeof within === 'string' ? page.locator(within) : within).evaluate((part, { control, link }) => {
    const isControl = (element: Element) => element.matches('button, summary, .button, body > header *');

    const blockOf = (node: Node): Element | null => {
      const parent = node.parentElement;
      return parent && getComputedStyle(parent).display === 'inline' ? blockOf(parent) : parent;
    };

    const isInSentence = (element: Element): boolean => {
      if (getComputedStyle(element).display !== 'inline') return false;
      const block = blockOf(element);
      if (!block) return false;
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const node = walker.currentNode;
        const isBeside = !element.contains(node) && blockOf(node) === block;
        if (isBeside && /[\p{L}\p{N}]/u.test(node.textContent ?? '')) return true;
      }
      return false;
    };

    const roles = ['button', 'link', 'checkbox', 'switch', 'tab', 'menuitem'].map((role) => `[role="${role}"]`);
    const isDrawn = (element: Element) =>
      !element.matches('input') ||
      // The browser draws its own controls, at its own size.
      (getComputedStyle(element).appearance === 'none' && getComputedStyle(element).opacity !== '0');
    const controls = [
      'a[href]',
      'button',
      'summary',
      '[onclick]',
      'input[type="checkbox"], input[type="radio"]',
      ...roles,
    ];
    const all = [...part.querySelectorAll(controls.join())].filter(
      (element) => element.checkVisibility() && isDrawn(element),
    );
    const middleOf = (element: Element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    };
    // A circle of 24 pixels around its middle meets no other target (WCAG 2.5.8, spacing).
    const isApart = (element: Element) =>
      all.every((other) => {
        if (other === element || other.contains(element) || element.contains(other)) return true;
        const { x, y } = middleOf(element);
        const { left, right, top, bottom, width, height } = other.getBoundingClientRect();
        const box = Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
        const isSmall = width < link || height < link;
        return box >= link / 2 && (!isSmall || Math.hypot(x - middleOf(other).x, y - middleOf(other).y) >= link);
      });
    return all
      .filter((element) => isControl(element) || !isInSentence(element))
      .flatMap((element) => {
        const least = isControl(element) ? control : link;
        const { width, height } = element.getBoundingClientRect();
        // Half a pixel of tolerance for rounded font metrics.
        if (width >= least - 0.5 && height >= least - 0.5) return [];
        const name = element.textContent.trim().slice(0, 40);
        const isAllowed = (width >= link - 0.5 && height >= link - 0.5) || isApart(element);
        const size = `${width.toFixed(1)} × ${height.toFixed(1)}, not ${least}`;
        return [`${element.localName} “${name}” is ${size}${isAllowed ? ', which WCAG allows' : ''}`];
      });
  }, sizes);
}
