import type { Page } from '@playwright/test';

/** A tab stop. */
interface Stop {
  /** The index among all elements of the document; -1 when the focus has left the page. */
  readonly place: number;
  readonly name: string;
  /** The box of its first line, in pixels from the top left of the page. */
  readonly box: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  readonly fault: string | null;
}

/**
 * Moves through the page with Tab. Reports stops without a visible focus, covered stops, stops against the reading order, keyboard
 * traps, and controls that Tab does not reach.
 */
export async function findKeyboardFaults(page: Page): Promise<string[]> {
  const { stops, trap } = await walk(page);
  const reached = stops.map(({ place }) => place);
  const missed = await page.evaluate(findUnreached, reached);
  return [
    ...stops.flatMap(({ name, fault }) => (fault ? [`${name}: ${fault}`] : [])),
    ...findLeaps(stops),
    ...(trap === null ? [] : [`${trap}: Tab does not leave it`]),
    ...missed,
  ];
}

/** Presses Tab until the focus leaves the page or returns to an earlier stop, which is a trap. */
async function walk(page: Page): Promise<{ stops: readonly Stop[]; trap: string | null }> {
  const stops: Stop[] = [];
  for (;;) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(readStop);
    if (stop.place < 0) return { stops, trap: null };
    // A headless browser has no stops of its own, so the focus wraps around to the first one.
    if (stop.place === stops[0]?.place) return { stops, trap: null };
    if (stops.some(({ place }) => place === stop.place)) return { stops, trap: stop.name };
    stops.push(stop);
  }
}

/**
 * Stops that precede the previous stop in reading order: to its left on the same line, or above it and not in a later column (WCAG
 * 2.4.3).
 */
function findLeaps(stops: readonly Stop[]): string[] {
  return stops.flatMap((stop, index) => {
    const before = stops[index - 1];
    if (!before) return [];
    const [from, to] = [before.box, stop.box];
    const isAbove = to.bottom <= from.top + 1;
    // The targets of two lines may overlap; lines share less than half of the lower one.
    const shared = Math.min(from.bottom, to.bottom) - Math.max(from.top, to.top);
    const isSameLine = shared > Math.min(from.bottom - from.top, to.bottom - to.top) / 2;
    const isLeft = to.right <= from.left + 1;
    const isLeap = (isSameLine && isLeft) || (isAbove && to.left < from.right - 1);
    return isLeap ? [`${stop.name}: gets the focus after ${before.name}, but precedes it`] : [];
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
  if (!isMarked) return { place, name, box, fault: 'its focus is not visible' };

  const isInView = [...element.getClientRects()].some(({ left, top, width, height }) => {
    const hit = document.elementFromPoint(left + width / 2, top + height / 2);
    return hit !== null && (element.contains(hit) || hit.contains(element));
  });
  return { place, name, box, fault: isInView ? null : 'it is covered when it has the focus' };
}

function findUnreached(reached: readonly number[]): string[] {
  const all = [...document.querySelectorAll('*')];
  return [...document.querySelectorAll('a[href], button, summary')]
    .filter(
      (element) => element.checkVisibility({ visibilityProperty: true }) && !reached.includes(all.indexOf(element)),
    )
    .map((element) => `${element.localName} “${element.textContent.trim().slice(0, 40)}”: Tab does not reach it`);
}
