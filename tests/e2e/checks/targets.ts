import type { Locator, Page } from '@playwright/test';

/** Smallest side of what a finger must hit, in CSS pixels: for controls, and for every other link (WCAG 2.5.8). */
export const sizes = { control: 44, link: 24 } as const;

/**
 * Links, buttons and questions that a finger would miss. Controls are buttons, what looks like one, and what stands in the
 * header or its menu. A link in a sentence is as high as its line: WCAG exempts it.
 * @param within only in this part of the page
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

    return [...part.querySelectorAll('a[href], button, summary')]
      .filter((element) => element.checkVisibility())
      .filter((element) => isControl(element) || !isInSentence(element))
      .flatMap((element) => {
        const least = isControl(element) ? control : link;
        const { width, height } = element.getBoundingClientRect();
        // Half a pixel for the rounding of font metrics.
        if (width >= least - 0.5 && height >= least - 0.5) return [];
        const name = element.textContent.trim().slice(0, 40);
        return [`${element.localName} “${name}” is ${width.toFixed(1)} × ${height.toFixed(1)}, not ${least}`];
      });
  }, sizes);
}
