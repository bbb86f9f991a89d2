import type { Page } from '@playwright/test';

/** What stands at one press of the Tab key. */
interface Stop {
  /** Place among all elements of the document; -1 when the focus has left the page. */
  readonly place: number;
  readonly name: string;
  readonly fault: string | null;
}

/**
 * Walks through the page with the Tab key. Reports each stop that does not show where the focus is or hides behind
 * something, and everything that can be clicked but was not reached.
 */
export async function findKeyboardFaults(page: Page): Promise<string[]> {
  const stops: Stop[] = [];
  for (;;) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(readStop);
    if (stop.place < 0 || stops.some(({ place }) => place === stop.place)) break;
    stops.push(stop);
  }
  const reached = stops.map(({ place }) => place);
  const missed = await page.evaluate(findUnreached, reached);
  return [...stops.flatMap(({ name, fault }) => (fault ? [`${name}: ${fault}`] : [])), ...missed];
}

function readStop(): Stop {
  const element = document.activeElement;
  if (!element || element === document.body) return { place: -1, name: '', fault: null };
  const place = [...document.querySelectorAll('*')].indexOf(element);
  const name = `${element.localName} “${element.textContent.trim().slice(0, 40)}”`;

  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const isMarked = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
  if (!isMarked) return { place, name, fault: 'the focus cannot be seen' };

  const isInView = [...element.getClientRects()].some(({ left, top, width, height }) => {
    const hit = document.elementFromPoint(left + width / 2, top + height / 2);
    return hit !== null && (element.contains(hit) || hit.contains(element));
  });
  return { place, name, fault: isInView ? null : 'it has the focus out of sight' };
}

function findUnreached(reached: readonly number[]): string[] {
  const all = [...document.querySelectorAll('*')];
  return [...document.querySelectorAll('a[href], button, summary')]
    .filter((element) => element.checkVisibility() && !reached.includes(all.indexOf(element)))
    .map(
      (element) => `${element.localName} “${element.textContent.trim().slice(0, 40)}”: Tab does not reach it`,
    );
}
