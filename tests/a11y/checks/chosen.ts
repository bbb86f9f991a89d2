import type { Check } from '../check.ts';
import { barriers, inPage, type Place } from '../in-page.ts';

/**
 * 1.4.11 and 1.4.1: a chosen control differs visibly from one that is not. Compares screenshots of it in both states: enough pixels must
 * change with a contrast of 3:1.
 */
export const chosen: Check = {
  id: 'chosen',
  criteria: ['1.4.1', '1.4.11'],
  leavesTraces: true,
  async judge(page) {
    const faint: Place[] = [];
    const count = await inPage(page, markChosen);
    for (let index = 0; index < count; index++) {
      const place = await inPage(page, standStill, index);
      if (!place) continue;
      const on = await page.screenshot({ clip: place.clip, animations: 'disabled' });
      await inPage(page, turnOff, index);
      const off = await page.screenshot({ clip: place.clip, animations: 'disabled' });
      const { changed, strong } = await inPage(page, compare, [on.toString('base64'), off.toString('base64')]);
      await inPage(page, turnOn, index);
      // A state in a class stays as it is; a native control always changes.
      const isJudged = changed > 0 || place.isField;
      // A line of one pixel below half of the control.
      if (isJudged && strong < Math.min(place.clip.width / 2, 12))
        faint.push({ element: place.name, words: `hardly differs when it is chosen: ${strong} pixels with 3:1` });
    }
    return {
      barriers: barriers('chosen-unseen', ['1.4.1', '1.4.11'], faint),
      judged: count > 0 ? ['1.4.11'] : [],
    };
  },
};

/** Marks the first control of each group that has a state of being chosen; returns how many it marked. */
function markChosen(): number {
  const states = 'input[type="radio"], input[type="checkbox"], [aria-pressed], [aria-selected], [aria-checked]';
  const groups = new Set<string>();
  let count = 0;
  for (const element of document.querySelectorAll<HTMLInputElement>(states)) {
    const label = element.labels?.[0] ?? element;
    const group = `${element.type} ${element.name} ${element.role} ${element.className} ${element.parentElement?.className}`;
    if (groups.has(group) || !kit.isShown(label) || element.disabled) continue;
    groups.add(group);
    element.dataset['chosen'] = String(count++);
  }
  return count;
}

/** Chooses the control, takes the focus off it, and returns where it and its label are. */
function standStill(index: number) {
  const element = document.querySelector<HTMLInputElement>(`[data-chosen="${index}"]`);
  if (!element) return null;
  const isField = element.matches('input[type="radio"], input[type="checkbox"]');
  element.dataset['before'] = isField ? String(element.checked) : '';
  const state = ['aria-pressed', 'aria-selected', 'aria-checked'].find((name) => element.hasAttribute(name));
  if (isField) element.checked = true;
  else if (state) element.setAttribute(state, 'true');
  (document.activeElement as HTMLElement | null)?.blur();
  const label = element.labels?.[0] ?? element;
  label.scrollIntoView({ block: 'center', behavior: 'instant' });
  const boxes = [label, element].map((part) => part.getBoundingClientRect()).filter(({ width }) => width > 0);
  const left = Math.max(0, Math.min(...boxes.map((box) => box.left)) - 4);
  const top = Math.max(0, Math.min(...boxes.map((box) => box.top)) - 4);
  const right = Math.min(innerWidth, Math.max(...boxes.map((box) => box.right)) + 4);
  const bottom = Math.min(innerHeight, Math.max(...boxes.map((box) => box.bottom)) + 4);
  if (right <= left || bottom <= top) return null;
  const clip = { x: left, y: top, width: right - left, height: bottom - top };
  return { name: kit.describe(label), isField, clip };
}

function turnOff(index: number): void {
  const element = document.querySelector<HTMLInputElement>(`[data-chosen="${index}"]`);
  const state = ['aria-pressed', 'aria-selected', 'aria-checked'].find((name) => element?.hasAttribute(name));
  if (element?.matches('input')) element.checked = false;
  else if (state) element?.setAttribute(state, 'false');
}

function turnOn(index: number): void {
  const element = document.querySelector<HTMLInputElement>(`[data-chosen="${index}"]`);
  if (element?.matches('input')) element.checked = element.dataset['before'] === 'true';
}

/** How many pixels of two screenshots differ, and how many of them with a contrast of 3:1. */
async function compare(pictures: readonly string[]): Promise<{ changed: number; strong: number }> {
  const [first, second] = await Promise.all(
    pictures.map(async (picture) => {
      const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      pen?.drawImage(bitmap, 0, 0);
      return pen?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? new Uint8ClampedArray();
    }),
  );
  let changed = 0;
  let strong = 0;
  const colour = (data: Uint8ClampedArray, at: number) => `rgb(${data[at]}, ${data[at + 1]}, ${data[at + 2]})`;
  for (let at = 0; first && second && at < first.length; at += 4) {
    const [one, other] = [colour(first, at), colour(second, at)];
    if (one === other) continue;
    changed++;
    if (kit.contrast(one, other) >= 3) strong++;
  }
  return { changed, strong };
}
