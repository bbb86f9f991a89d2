import type { Page } from '@playwright/test';
import type { Check } from '../check.ts';
import { barriers, inPage, type Place, reopen } from '../in-page.ts';

/**
 * 2.4.7, 2.4.11 and 1.4.11: one sees where the focus is. Compares two pictures of each stop, with the focus and without: along at
 * least half of its edge, pixels must change with a contrast of 3:1. Stops that look alike are pictured once.
 */
export const focusVisible: Check = {
  id: 'focus-visible',
  criteria: ['1.4.11', '2.4.7', '2.4.11'],
  seesColours: true,
  async judge(page) {
    const unseen: Place[] = [];
    const covered: Place[] = [];
    const seen = new Set<string>();
    const places = new Set<number>();
    for (;;) {
      await page.keyboard.press('Tab');
      const stop = await inPage(page, readStop);
      if (!stop || places.has(stop.place)) break;
      places.add(stop.place);
      if (stop.isCovered) covered.push({ element: stop.name, words: 'has the focus behind something else' });
      if (seen.has(stop.look)) continue;
      seen.add(stop.look);
      if (!(await isMarked(page, stop)))
        unseen.push({ element: stop.name, words: 'does not show that it has the focus' });
    }
    await reopen(page);
    return {
      barriers: [
        ...barriers('focus-unseen', ['2.4.7', '1.4.11'], unseen),
        ...barriers('focus-covered', ['2.4.11'], covered),
      ],
      judged: focusVisible.criteria,
    };
  },
};

interface Stop {
  readonly place: number;
  readonly name: string;
  /** What decides how it looks, so that one of each kind is pictured. */
  readonly look: string;
  readonly clip: { x: number; y: number; width: number; height: number };
  readonly isCovered: boolean;
}

function readStop(): Stop | null {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const rects = [...element.getClientRects()];
  const hits = rects.map(({ left, top, width, height }) =>
    document.elementFromPoint(left + width / 2, top + height / 2),
  );
  const isCovered = !hits.some((hit) => hit !== null && (element.contains(hit) || hit.contains(element)));
  const { x, y, width, height } = element.getBoundingClientRect();
  const room = 8;
  const left = Math.max(0, x - room);
  const top = Math.max(0, y - room);
  const style = getComputedStyle(element);
  return {
    place: [...document.querySelectorAll('*')].indexOf(element),
    name: kit.describe(element),
    look: [
      element.localName,
      element.className,
      element.parentElement?.className,
      style.outline,
      style.boxShadow,
      style.color,
      kit.groundOf(element.parentElement ?? element),
    ].join('|'),
    clip: {
      x: left,
      y: top,
      width: Math.max(1, Math.min(innerWidth - left, width + x - left + room)),
      height: Math.max(1, Math.min(innerHeight - top, height + y - top + room)),
    },
    isCovered,
  };
}

async function isMarked(page: Page, { clip }: Stop): Promise<boolean> {
  const withFocus = await page.screenshot({ clip, animations: 'disabled', caret: 'initial' });
  const place = await page.evaluateHandle(() => document.activeElement as HTMLElement);
  await place.evaluate((element) => element.blur());
  const without = await page.screenshot({ clip, animations: 'disabled', caret: 'initial' });
  await place.evaluate((element) =>
    element.focus({ preventScroll: true, focusVisible: true } as FocusOptions),
  );
  const changed = await inPage(
    page,
    countChanged,
    [withFocus, without].map((bytes) => bytes.toString('base64')),
  );
  // Half of the edge, one pixel thick.
  return changed >= clip.width + clip.height - 32;
}

/** How many pixels differ between two pictures with a contrast of 3:1. */
async function countChanged(pictures: readonly string[]): Promise<number> {
  const [first, second] = await Promise.all(
    pictures.map(async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      pen?.drawImage(bitmap, 0, 0);
      return pen?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? new Uint8ClampedArray();
    }),
  );
  const luminance = (data: Uint8ClampedArray, at: number) => {
    const [red = 0, green = 0, blue = 0] = [0, 1, 2].map((channel) => {
      const part = (data[at + channel] ?? 0) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  let changed = 0;
  for (let at = 0; first && second && at < first.length; at += 4) {
    const [low = 0, high = 0] = [luminance(first, at), luminance(second, at)].sort((a, b) => a - b);
    if ((high + 0.05) / (low + 0.05) >= 3) changed++;
  }
  return changed;
}
