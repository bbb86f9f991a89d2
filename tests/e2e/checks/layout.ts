import type { Page } from '@playwright/test';

/** How many pixels the page is wider than the window. */
export function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
}

/** The spacing that a reader may ask for without losing content (WCAG 1.4.12). */
export async function spaceText(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
      p { margin-block-end: 2em !important }
    `);
    document.adoptedStyleSheets.push(sheet);
  });
}

/** Text that cannot be read: beyond the edge of the page, cut off by a box, or under other text. */
export function findUnreadableText(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    interface Line {
      readonly node: Text;
      readonly box: DOMRect;
    }

    // Hidden for the eye on purpose, for screen readers to say.
    const isVisuallyHidden = (element: Element): boolean =>
      getComputedStyle(element).clipPath === 'inset(50%)' ||
      (element.parentElement !== null && isVisuallyHidden(element.parentElement));

    const isShown = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      !isVisuallyHidden(element);

    const linesOf = (node: Text): Line[] => {
      const range = document.createRange();
      range.selectNodeContents(node);
      return [...range.getClientRects()]
        .filter(({ width, height }) => width > 0 && height > 0)
        .map(({ x, y, width, height }) => ({
          node,
          // The box of a line is that of the font, which is higher than tight lines are; letters stand in its middle.
          box: new DOMRect(x, y + height * 0.2, width, height * 0.6),
        }));
    };

    const textNodes: Text[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      if (node.data.trim() && node.parentElement && isShown(node.parentElement)) textNodes.push(node);
    }
    // Above the page waits the skip link, until it gets the focus.
    const lines = textNodes.flatMap(linesOf).filter(({ box }) => box.bottom + scrollY > 0);

    const clips = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
    const scrolls = (overflow: string) => overflow === 'auto' || overflow === 'scroll';

    const cutBy = ({ node, box }: Line): string | null => {
      for (let element = node.parentElement; element; element = element.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(element);
        if (scrolls(overflowX)) return null;
        const frame = element.getBoundingClientRect();
        const beyondX = box.left < frame.left - 1 || box.right > frame.right + 1;
        const beyondY = box.top < frame.top - 1 || box.bottom > frame.bottom + 1;
        if ((clips(overflowX) && beyondX) || (clips(overflowY) && beyondY)) return element.localName;
      }
      const beyondPage = box.left < -1 || box.right > document.documentElement.clientWidth + 1;
      return beyondPage ? 'the edge of the page' : null;
    };

    const overlap = (a: DOMRect, b: DOMRect) =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;

    const quote = ({ node, box }: Line) =>
      `“${node.data.trim().slice(0, 40)}” at ${Math.round(box.x)},${Math.round(box.y)}`;

    const cut = lines.flatMap((line) => {
      const edge = cutBy(line);
      return edge === null ? [] : [`${quote(line)} is cut off by ${edge}`];
    });
    const covered = lines.flatMap((line, index) =>
      lines
        .slice(index + 1)
        .filter((other) => other.node !== line.node && overlap(line.box, other.box))
        .map((other) => `${quote(line)} and ${quote(other)} overlap`),
    );
    return [...cut, ...covered];
  });
}
