import type { Page } from '@playwright/test';

/** The focus indicator of an element, measured on the screen. */
interface FocusMark {
  readonly name: string;
  /** The CSS pixels that change with a contrast of at least 3:1 when the element gets the focus. */
  readonly marked: number;
  /** The required number: the area of a perimeter two pixels thick (WCAG 2.4.13). */
  readonly needed: number;
}

const contrast = 3;
/** How far the indicator may reach around an element, in CSS pixels. */
const reach = 12;

/**
 * Takes screenshots of focusable elements with and without focus and counts the pixels that change visibly (WCAG 2.4.7 and 1.4.11, by
 * the measure of 2.4.13). Takes one of the elements that look alike.
 */
export async function measureFocus(page: Page): Promise<readonly FocusMark[]> {
  // Browsers show a focus that a script sets only after the keyboard was used.
  await page.keyboard.press('Tab');
  const count = await page.evaluate(chooseStops);
  const marks: FocusMark[] = [];
  for (let index = 0; index < count; index++) {
    const found = await page.evaluate(focusOn, { index, reach });
    if (!found) continue;
    const focused = await page.screenshot({ clip: found.clip, animations: 'disabled', scale: 'css' });
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    const bare = await page.screenshot({ clip: found.clip, animations: 'disabled', scale: 'css' });
    const marked = await page.evaluate(countChanged, {
      pictures: [focused.toString('base64'), bare.toString('base64')],
      contrast,
    });
    marks.push({ name: found.name, marked, needed: found.needed });
  }
  return marks;
}

/** Marks one of the focusable elements that look alike; returns how many it marked. */
function chooseStops(): number {
  const looks = new Set<string>();
  const all = [
    ...document.querySelectorAll<HTMLElement>('a[href], button, input, summary, select, textarea, [tabindex="0"]'),
  ];
  let count = 0;
  for (const element of all) {
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    // The label draws a hidden control.
    if (element.getBoundingClientRect().width < 2) continue;
    const { color, font, border, backgroundColor, display } = getComputedStyle(element);
    let ground: Element | null = element.parentElement;
    while (ground && getComputedStyle(ground).backgroundColor === 'rgba(0, 0, 0, 0)') ground = ground.parentElement;
    const under = ground ? getComputedStyle(ground).backgroundColor : '';
    const look = [element.localName, color, font, border, backgroundColor, display, under].join();
    if (looks.has(look)) continue;
    looks.add(look);
    element.dataset['stop'] = String(count++);
  }
  return count;
}

function focusOn({ index, reach }: { index: number; reach: number }) {
  const element = document.querySelector<HTMLElement>(`[data-stop="${index}"]`);
  if (!element) return null;
  element.scrollIntoView({ block: 'center' });
  element.focus({ preventScroll: true });
  if (document.activeElement !== element) return null;
  const { left, top, right, bottom } = element.getBoundingClientRect();
  // The outline of a link on two lines surrounds both of them as one shape.
  const shape = getComputedStyle(element).display === 'inline' ? [...element.getClientRects()] : [];
  const boxes = shape.length > 0 ? shape : [element.getBoundingClientRect()];
  const isInside = (x: number, y: number) =>
    boxes.some((box) => x >= box.left && x < box.right && y >= box.top && y < box.bottom);
  let perimeter = 0;
  for (let y = Math.floor(top) + 0.5; y < bottom + 1; y++) {
    for (let x = Math.floor(left) + 0.5; x < right + 1; x++) {
      if (!isInside(x, y)) continue;
      const around = [isInside(x - 1, y), isInside(x + 1, y), isInside(x, y - 1), isInside(x, y + 1)];
      perimeter += around.filter((each) => !each).length;
    }
  }
  const x = Math.max(0, left - reach);
  const y = Math.max(0, top - reach);
  return {
    name: `${element.localName} “${(element.textContent.trim() || element.getAttribute('name')) ?? ''}”`,
    needed: 2 * perimeter,
    clip: {
      x,
      y,
      width: Math.min(innerWidth, right + reach) - x,
      height: Math.min(innerHeight, bottom + reach) - y,
    },
  };
}

async function countChanged({
  pictures,
  contrast,
}: {
  pictures: readonly string[];
  contrast: number;
}): Promise<number> {
  const pixels = await Promise.all(
    pictures.map(async (picture) => {
      const bytes = Uint8Array.from(atob(picture), (character) => character.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      canvas?.drawImage(bitmap, 0, 0);
      return canvas?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? new Uint8ClampedArray();
    }),
  );
  const [focused, bare] = pixels;
  if (!focused || !bare) return 0;
  const linear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const luminance = (data: Uint8ClampedArray, at: number) =>
    0.2126 * linear((data[at] ?? 0) / 255) +
    0.7152 * linear((data[at + 1] ?? 0) / 255) +
    0.0722 * linear((data[at + 2] ?? 0) / 255);
  let changed = 0;
  for (let at = 0; at < focused.length; at += 4) {
    const [one, other] = [luminance(focused, at), luminance(bare, at)];
    if ((Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05) >= contrast) changed++;
  }
  return changed;
}
