import type { Page } from '@playwright/test';

/** Images with neither a name nor `aria-hidden`. The name of a `picture` is that of its `img`. */
export function findUnnamedPictures(page: Page): Promise<string[]> {
  return page.locator('svg, img, canvas, video, object').evaluateAll((pictures) =>
    pictures
      .filter((picture) => !picture.closest('[aria-hidden="true"]') && picture.getAttribute('alt') !== '')
      .filter((picture) => !(picture.getAttribute('aria-label') ?? picture.getAttribute('alt')))
      .filter((picture) => !picture.querySelector(':scope > title') && !picture.matches('[title], [aria-labelledby]'))
      .filter((picture) => !(picture.matches('canvas, video, object') && picture.textContent.trim() !== ''))
      .filter((picture) => !(picture.matches('video') && picture.closest('figure')?.querySelector('figcaption')))
      .map((picture) => picture.outerHTML.slice(0, 80)),
  );
}

/**
 * Text in drawings with a contrast below 7:1, which axe cannot measure. Compares a text with its halo or, without one, with the shape
 * behind it.
 */
export function findFaintWords(page: Page): Promise<string[]> {
  return page.locator('svg text').evaluateAll((words) => {
    const channels = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
    const luminance = (colour: string) => {
      const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
        const part = value / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const contrast = (a: string, b: string) => {
      const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((one, other) => one - other);
      return (high + 0.05) / (low + 0.05);
    };
    const groundOf = (word: Element): string => {
      const { paintOrder, stroke } = getComputedStyle(word);
      if (stroke !== 'none' && paintOrder.startsWith('stroke')) return stroke;
      word.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { x, y, width, height } = word.getBoundingClientRect();
      const under = document
        .elementsFromPoint(x + width / 2, y + height / 2)
        .find((element) => element.localName !== 'text');
      if (!under) return 'rgb(128, 128, 128)';
      const { fill, stroke: line, backgroundColor } = getComputedStyle(under);
      return under.localName === 'svg' ? backgroundColor : fill === 'none' ? line : fill;
    };
    return words.flatMap((word) => {
      const ratio = contrast(getComputedStyle(word).fill, groundOf(word));
      return ratio >= 7 ? [] : [`“${word.textContent.trim()}” has ${ratio.toFixed(1)}:1`];
    });
  });
}

/** Words in the colour of the page in forced colours, in which browsers paint the page behind words, whatever their background is. */
export function findVanishedWords(page: Page): Promise<string[]> {
  return page.locator('body *').evaluateAll((elements) => {
    const probe = document.body.appendChild(document.createElement('p'));
    probe.style.color = 'Canvas';
    const canvas = getComputedStyle(probe).color;
    probe.remove();
    return elements
      .filter((element) =>
        [...element.childNodes].some(({ nodeType, nodeValue }) => nodeType === 3 && nodeValue?.trim()),
      )
      .filter((element) => element.checkVisibility() && getComputedStyle(element).forcedColorAdjust !== 'none')
      .filter((element) => getComputedStyle(element).color === canvas)
      .map(({ textContent }) => textContent.trim().slice(0, 40));
  });
}
