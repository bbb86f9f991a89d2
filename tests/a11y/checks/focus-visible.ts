import type { Page } from '@playwright/test';
import type { Check } from '../check.ts';
import { barriers, inPage, type Place } from '../in-page.ts';

/**
 * 2.4.7, 2.4.11 and 1.4.11: the focus is visible. Compares screenshots of each tab stop with and without focus: along at least half of
 * its edge, pixels must change with a contrast of 3:1. Takes one of the stops that look alike.
 */
export const focusVisible: Check = {
  id: 'focus-visible',
  criteria: ['1.4.11', '2.4.3', '2.4.7', '2.4.11'],
  seesColours: true,
  leavesTraces: true,
  async judge(page) {
    const covered: Place[] = [];
    const away: Place[] = [];
    const pictures: Picture[] = [];
    const seen = new Set<string>();
    const places = new Set<number>();
    for (;;) {
      await page.keyboard.press('Tab');
      const stop = await inPage(page, readStop);
      if (!stop || places.has(stop.place)) break;
      places.add(stop.place);
      if (stop.isAway) away.push({ element: stop.name, words: 'gets the focus outside the window' });
      else if (stop.isCovered) covered.push({ element: stop.name, words: 'is covered when it has the focus' });
      if (seen.has(stop.look)) continue;
      seen.add(stop.look);
      pictures.push({ stop, pixels: await takePicture(page, stop.clip) });
    }
    const unseen = await findUnmarked(page, pictures);
    return {
      barriers: [
        ...barriers('focus-unseen', ['2.4.7', '1.4.11'], unseen),
        ...barriers('focus-away', ['2.4.3', '2.4.7'], away),
        ...barriers('focus-covered', ['2.4.11'], covered),
      ],
      judged: focusVisible.criteria,
    };
  },
};

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Stop {
  readonly place: number;
  readonly name: string;
  /** What determines its look, to take one of each kind. */
  readonly look: string;
  /** The area of the screenshot, in whole pixels of the viewport. */
  readonly clip: Box;
  /** The scroll position of the page. */
  readonly scroll: readonly [x: number, y: number];
  readonly isCovered: boolean;
  readonly isAway: boolean;
}

/** A focused stop and its screenshot (PNG, base64). */
interface Picture {
  readonly stop: Stop;
  readonly pixels: string;
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
  const left = Math.max(0, Math.floor(x - room));
  const top = Math.max(0, Math.floor(y - room));
  const right = Math.min(innerWidth, Math.ceil(x + width + room));
  const bottom = Math.min(innerHeight, Math.ceil(y + height + room));
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
    clip: { x: left, y: top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) },
    scroll: [scrollX, scrollY],
    isCovered,
    isAway: x + width <= 0 || y + height <= 0 || x >= innerWidth || y >= innerHeight,
  };
}

async function takePicture(page: Page, clip: Box): Promise<string> {
  const bytes = await page.screenshot({ clip, animations: 'disabled', caret: 'initial' });
  return bytes.toString('base64');
}

/** The stops that look the same without focus. Takes one screenshot per scroll position. */
async function findUnmarked(page: Page, pictures: readonly Picture[]): Promise<Place[]> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const found: Place[] = [];
  for (const group of Map.groupBy(pictures, ({ stop }) => stop.scroll.join()).values()) {
    const clips = group.map(({ stop }) => stop.clip);
    const x = Math.min(...clips.map((clip) => clip.x));
    const y = Math.min(...clips.map((clip) => clip.y));
    const width = Math.max(...clips.map((clip) => clip.x + clip.width)) - x;
    const height = Math.max(...clips.map((clip) => clip.y + clip.height)) - y;
    await page.evaluate(
      ([left = 0, top = 0]) => scrollTo({ left, top, behavior: 'instant' }),
      group[0]?.stop.scroll ?? [],
    );
    const without = await takePicture(page, { x, y, width, height });
    const changed = await inPage(page, countChanged, {
      without,
      withFocus: group.map(({ stop, pixels }) => ({ pixels, x: stop.clip.x - x, y: stop.clip.y - y })),
    });
    for (const [index, { stop }] of group.entries()) {
      // Half of the edge, one pixel thick.
      const needed = stop.clip.width + stop.clip.height - 32;
      if ((changed[index] ?? 0) < needed) found.push({ element: stop.name, words: 'does not show its focus' });
    }
  }
  return found;
}

/** How many pixels of each screenshot differ from the other one with a contrast of 3:1. */
async function countChanged({
  without,
  withFocus,
}: {
  readonly without: string;
  readonly withFocus: readonly { readonly pixels: string; readonly x: number; readonly y: number }[];
}): Promise<number[]> {
  const draw = async (base64: string) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    pen?.drawImage(bitmap, 0, 0);
    return { pen, width: bitmap.width, height: bitmap.height };
  };
  const luminance = (data: Uint8ClampedArray, at: number) => {
    const [red = 0, green = 0, blue = 0] = [0, 1, 2].map((channel) => {
      const part = (data[at + channel] ?? 0) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const bare = await draw(without);
  return Promise.all(
    withFocus.map(async ({ pixels, x, y }) => {
      const { pen, width, height } = await draw(pixels);
      const first = pen?.getImageData(0, 0, width, height).data;
      const second = bare.pen?.getImageData(x, y, width, height).data;
      let changed = 0;
      for (let at = 0; first && second && at < first.length; at += 4) {
        // Most pixels are equal.
        if (first[at] === second[at] && first[at + 1] === second[at + 1] && first[at + 2] === second[at + 2]) continue;
        const [low = 0, high = 0] = [luminance(first, at), luminance(second, at)].sort((a, b) => a - b);
        if ((high + 0.05) / (low + 0.05) >= 3) changed++;
      }
      return changed;
    }),
  );
}
