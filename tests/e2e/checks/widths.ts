import type { Page } from '@playwright/test';

/** A text whose width depends on which of two fonts sets it. */
export interface Misfit {
  readonly text: string;
  /** By how much the second is wider than the first, in em. */
  readonly off: number;
}

/** How texts differ in width between two fonts. */
export interface Fit {
  /** Texts that are off by more than the tolerance, the worst first. */
  readonly misfits: readonly Misfit[];
  /** By which part all texts together are wider in the second font. */
  readonly bias: number;
}

/**
 * Sets texts in two fonts of the page.
 * @param fonts the two, as in the CSS property `font`, without a size: `650 "Radio Canada"`
 * @param tolerance in em
 * @throws when the page has no such font
 */
export async function compareWidths(
  page: Page,
  fonts: readonly [weight: number, first: string, second: string],
  texts: readonly string[],
  tolerance: number,
): Promise<Fit> {
  const widths = await page.evaluate(measureTexts, { fonts, texts });
  const total = (index: 0 | 1) => widths.reduce((sum, pair) => sum + pair[index], 0);
  return {
    misfits: texts
      .map((text, index) => ({ text, off: (widths[index]?.[1] ?? 0) - (widths[index]?.[0] ?? 0) }))
      .filter(({ off }) => Math.abs(off) > tolerance)
      .toSorted((a, b) => Math.abs(b.off) - Math.abs(a.off)),
    bias: total(1) / total(0) - 1,
  };
}

/** Runs in the page. */
async function measureTexts({
  fonts: [weight, ...families],
  texts,
}: {
  fonts: readonly [weight: number, first: string, second: string];
  texts: readonly string[];
}): Promise<[first: number, second: number][]> {
  const em = 200;
  const canvas = document.createElement('canvas').getContext('2d');
  if (!canvas) throw new Error('The browser has no canvas.');
  // The site spaces its letters, and text with spaced letters has no ligatures (CSS Text 3, 8.2).
  canvas.letterSpacing = '1px';
  const fonts = families.map((family) => `${weight} ${em}px "${family}"`);
  for (const font of fonts) {
    // Refused when one of several local fonts is not here.
    await document.fonts.load(font, texts.join('')).catch(() => undefined);
  }
  for (const family of families) {
    const faces = [...document.fonts].filter((face) => face.family.replaceAll('"', '') === family);
    if (!faces.some(({ status }) => status === 'loaded')) throw new Error(`The page has no ${family}.`);
  }
  const widthsIn = (font: string) => {
    canvas.font = font;
    return texts.map((text) => (canvas.measureText(text).width - text.length) / em);
  };
  const [first, second] = fonts.map(widthsIn);
  return texts.map((_, index) => [first?.[index] ?? 0, second?.[index] ?? 0]);
}
