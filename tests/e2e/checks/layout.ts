import type { Locator, Page } from '@playwright/test';

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

/**
 * Text that cannot be read: beyond the edge of the page, cut off by a box, or under other text.
 * @param within only in this part of the page
 */
export function findUnreadableText(page: Page, within: Locator = page.locator('body')): Promise<string[]> {
  return within.evaluate((part) => {
    interface Line {
      readonly node: Text;
      readonly box: DOMRect;
    }

    // Hidden for the eye on purpose, for screen readers to say.
    const hidden = [...document.body.querySelectorAll('*')].filter(
      (element) => getComputedStyle(element).clipPath === 'inset(50%)',
    );
    const isShown = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      !hidden.some((each) => each.contains(element));

    const linesOf = (node: Text): Line[] => {
      const range = document.createRange();
      range.selectNodeContents(node);
      return [...range.getClientRects()]
        .filter(({ width, height }) => width > 0 && height > 0)
        .map(({ x, y, width, height }) => ({
          node,
          // The box of a line is that of the font, which is higher than tight lines are; the letters are in its middle.
          box: new DOMRect(x, y + height * 0.2, width, height * 0.6),
        }));
    };

    const textNodes: Text[] = [];
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      if (node.data.trim() && node.parentElement && isShown(node.parentElement)) textNodes.push(node);
    }
    // Above or beside the page waits the skip link, until it gets the focus.
    const lines = textNodes
      .flatMap(linesOf)
      .filter(({ box }) => box.bottom + scrollY > 0 && box.right + scrollX > -innerWidth)
      .filter(({ node }) => !node.parentElement?.closest('[inert]'));

    // Boxes that cut off what does not fit in them; in a box that scrolls, it can be reached.
    const clips = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
    const frames = [...document.body.querySelectorAll('*')].filter((element) => {
      const { overflowX, overflowY } = getComputedStyle(element);
      return clips(overflowX) || clips(overflowY);
    });
    const cutBy = ({ node, box }: Line): string | null => {
      const frame = frames.find((element) => {
        if (!element.contains(node)) return false;
        const { left, right, top, bottom } = element.getBoundingClientRect();
        return box.left < left - 1 || box.right > right + 1 || box.top < top - 1 || box.bottom > bottom + 1;
      });
      if (frame) return frame.localName;
      // A table scrolls in its own frame, by the keyboard too (WCAG 1.4.10 excepts it).
      const scroller = node.parentElement?.closest('[role="region"][tabindex="0"]');
      // Tables of data may be wider than the page (WCAG 1.4.10).
      if (!scroller && node.parentElement?.closest('table:not([role])')) return null;
      const { left, right } = scroller?.getBoundingClientRect() ?? box;
      const beyondPage = left < -1 || right > document.documentElement.clientWidth + 1;
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
    const fromAbove = lines.toSorted((a, b) => a.box.top - b.box.top);
    const covered = fromAbove.flatMap((line, index) => {
      const found: string[] = [];
      for (const other of fromAbove.slice(index + 1)) {
        if (other.box.top >= line.box.bottom) break;
        if (other.node !== line.node && overlap(line.box, other.box)) {
          found.push(`${quote(line)} and ${quote(other)} overlap`);
        }
      }
      return found;
    });
    return [...cut, ...covered];
  });
}

/** The tables that are wider than their frame without words that say so, or have these words although they fit. */
export function findWrongHints(page: Page): Promise<(string | null)[]> {
  return page.locator('.table-frame').evaluateAll((frames) =>
    frames
      .filter((frame) => {
        const hasWords = Number.parseFloat(getComputedStyle(frame, '::before').fontSize) > 0;
        return hasWords !== frame.scrollWidth > frame.clientWidth;
      })
      .map(({ ariaLabel }) => ariaLabel),
  );
}
