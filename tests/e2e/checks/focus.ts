import type { Page } from '@playwright/test';

/** What stands at one press of the Tab key. */
export interface Stop {
  /** Place among all elements of the document; -1 when the focus has left the page. */
  readonly place: number;
  readonly name: string;
  /** Its first line, in pixels from the corner of the page. */
  readonly box: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  readonly fault: string | null;
}

/**
 * Walks through the page with the Tab key. Reports each stop that does not show where the focus is or hides behind
 * something, each that comes before what one reads first, what keeps the focus for itself, and everything that can be
 * clicked but was not reached.
 */
export async function findKeyboardFaults(page: Page): Promise<string[]> {
  const { stops, trap } = await walk(page);
  const reached = stops.map(({ place }) => place);
  const missed = await page.evaluate(findUnreached, reached);
  return [
    ...stops.flatMap(({ name, fault }) => (fault ? [`${name}: ${fault}`] : [])),
    ...findLeaps(stops),
    ...(trap === null ? [] : [`${trap}: Tab does not lead out of the page any more`]),
    ...missed,
  ];
}

/** Presses Tab until the focus leaves the page, or is where it was already: then something traps it. */
export async function walk(page: Page): Promise<{ stops: readonly Stop[]; trap: string | null }> {
  const stops: Stop[] = [];
  for (;;) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(readStop);
    if (stop.place < 0) return { stops, trap: null };
    // Where there is no room for the focus in the browser's own controls, it begins anew.
    if (stop.place === stops[0]?.place) return { stops, trap: null };
    if (stops.some(({ place }) => place === stop.place)) return { stops, trap: stop.name };
    stops.push(stop);
  }
}

/**
 * Stops that stand before the stop that they come after, as one reads: on the same line to its left, or above it and not in a
 * column further on (WCAG 2.4.3).
 */
function findLeaps(stops: readonly Stop[]): string[] {
  return stops.flatMap((stop, index) => {
    const before = stops[index - 1];
    if (!before) return [];
    const [from, to] = [before.box, stop.box];
    const isAbove = to.bottom <= from.top + 1;
    const isSameLine = !isAbove && to.top < from.bottom - 1;
    const isLeft = to.right <= from.left + 1;
    const isLeap = (isSameLine && isLeft) || (isAbove && to.left < from.right - 1);
    return isLeap ? [`${stop.name}: it has the focus after ${before.name}, and stands before it`] : [];
  });
}

function readStop(): Stop {
  const element = document.activeElement;
  const nowhere = { left: 0, right: 0, top: 0, bottom: 0 };
  if (!element || element === document.body) return { place: -1, name: '', box: nowhere, fault: null };
  const place = [...document.querySelectorAll('*')].indexOf(element);
  const name = `${element.localName} “${element.textContent.trim().slice(0, 40)}”`;
  const [line] = element.getClientRects();
  const box = line
    ? {
        left: line.left + scrollX,
        right: line.right + scrollX,
        top: line.top + scrollY,
        bottom: line.bottom + scrollY,
      }
    : nowhere;

  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const isMarked = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
  if (!isMarked) return { place, name, box, fault: 'the focus cannot be seen' };

  const isInView = [...element.getClientRects()].some(({ left, top, width, height }) => {
    const hit = document.elementFromPoint(left + width / 2, top + height / 2);
    return hit !== null && (element.contains(hit) || hit.contains(element));
  });
  return { place, name, box, fault: isInView ? null : 'it has the focus out of sight' };
}

function findUnreached(reached: readonly number[]): string[] {
  const all = [...document.querySelectorAll('*')];
  return [...document.querySelectorAll('a[href], button, summary')]
    .filter(
      (element) =>
        element.checkVisibility({ visibilityProperty: true }) && !reached.includes(all.indexOf(element)),
    )
    .map(
      (element) => `${element.localName} “${element.textContent.trim().slice(0, 40)}”: Tab does not reach it`,
    );
}
