import type { Check } from '../check.ts';
import { barriers, inPage, type Place } from '../in-page.ts';

/**
 * 2.5.3: the accessible name of a control contains the words that it shows, also when hidden text makes the name. Judges what is drawn at
 * 320 and 1280 pixels, because a narrow window may show other words.
 */
export const labelInName: Check = {
  id: 'label-in-name',
  criteria: ['2.5.3'],
  async judge(page) {
    const window = page.viewportSize();
    const found = new Map<string, Place>();
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 800 });
      for (const place of await inPage(page, findOtherNames)) found.set(place.element + place.words, place);
    }
    if (window) await page.setViewportSize(window);
    return { barriers: barriers('shows-other-words', ['2.5.3'], [...found.values()]), judged: ['2.5.3'] };
  },
};

function findOtherNames(): Place[] {
  const isDrawn = (element: Element) => {
    const { width, height } = element.getBoundingClientRect();
    return kit.isShown(element) && width > 1 && height > 1;
  };
  const textOf = (node: Node, isIn: (element: Element) => boolean): string =>
    [...node.childNodes]
      .map((child) => {
        if (child.nodeType === Node.TEXT_NODE) return child.textContent ?? '';
        if (!(child instanceof Element) || child.matches('script, style') || !isIn(child)) return '';
        if (child instanceof HTMLImageElement) return ` ${child.alt} `;
        return ` ${textOf(child, isIn)} `;
      })
      .join('');
  const wordsIn = (text: string) =>
    text
      .replaceAll('\u00ad', '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const named = (element: Element) => {
    const labels = (element.getAttribute('aria-labelledby') ?? '')
      .split(/\s+/)
      .flatMap((id) => document.getElementById(id)?.textContent ?? []);
    const label = labels.join(' ') || element.getAttribute('aria-label');
    // A label in the style hides the text inside from the name.
    return label || textOf(element, (part) => part.ariaHidden !== 'true' && part.checkVisibility());
  };
  const controls = 'a[href], button, summary, [role="button"], [role="link"], [role="tab"], [role="menuitem"]';
  const pressed = [...document.querySelectorAll(controls)].map((each) => [each, each] as const);
  const fields = [...document.querySelectorAll<HTMLInputElement>('input, select, textarea')].flatMap((field) =>
    field.hasAttribute('aria-label') || field.hasAttribute('aria-labelledby')
      ? [...(field.labels ?? [])].map((label) => [field, label] as const)
      : [],
  );
  return [...pressed, ...fields].flatMap(([control, label]) => {
    if (!isDrawn(label)) return [];
    const shown = wordsIn(textOf(label, isDrawn));
    const name = wordsIn(named(control));
    // A single letter is a symbol, such as the × of a button that closes.
    if (shown.join('').length < 2 || name.length === 0 || ` ${name.join(' ')} `.includes(` ${shown.join(' ')} `))
      return [];
    return [{ element: kit.describe(control), words: `shows “${shown.join(' ')}” and is called “${name.join(' ')}”` }];
  });
}
