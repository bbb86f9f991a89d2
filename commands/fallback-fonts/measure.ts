import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';

/** A web font as the browser sets it. Lengths in em. */
export interface WebFont {
  readonly ascent: number;
  readonly descent: number;
  /** The width of each letter. */
  readonly widths: Readonly<Record<string, number>>;
  /** The width of each pair of letters less the widths of the two: its kerning. */
  readonly kerning: Readonly<Record<string, number>>;
}

/** Loads a font file into the page and measures its letters and the pairs. */
export async function measureWebFont(
  page: Page,
  font: { readonly file: string; readonly weight: number },
  letters: readonly string[],
  pairs: readonly string[],
): Promise<WebFont> {
  const data = (await readFile(font.file)).toString('base64');
  return page.evaluate(measure, {
    source: `url(data:font/woff2;base64,${data})`,
    weight: font.weight,
    letters,
    pairs,
  });
}

/**
 * Measures a font of this machine.
 * @param names fonts with the same widths; the first that is here is measured
 * @throws Error with one sentence that says what to install when none is here
 */
export async function measureLocalFont(
  page: Page,
  names: readonly string[],
  letters: readonly string[],
): Promise<Readonly<Record<string, number>>> {
  for (const name of names) {
    const found = await page
      .evaluate(measure, { source: `local("${name}")`, weight: 400, letters, pairs: [] })
      .catch(() => null);
    if (found) return found.widths;
  }
  throw new Error(
    `This machine has no ${names.join(' or ')}, which must be measured. On Debian: sudo apt-get install fonts-liberation fonts-dejavu-core`,
  );
}

/** Runs in the page. */
async function measure({
  source,
  weight,
  letters,
  pairs,
}: {
  source: string;
  weight: number;
  letters: readonly string[];
  pairs: readonly string[];
}): Promise<WebFont> {
  const em = 1000;
  const face = await new FontFace('Measured', source, { weight: String(weight) }).load();
  document.fonts.clear();
  document.fonts.add(face);
  const canvas = document.createElement('canvas').getContext('2d');
  if (!canvas) throw new Error('The browser has no canvas.');
  canvas.font = `${weight} ${em}px Measured`;
  // The site spaces its letters, and text with spaced letters has no ligatures (CSS Text 3, 8.2).
  canvas.letterSpacing = '1px';
  const widthOf = (text: string) => (canvas.measureText(text).width - text.length) / em;
  const widths = Object.fromEntries(letters.map((letter) => [letter, widthOf(letter)]));
  const kerning = pairs.map((pair) => {
    const alone = [...pair].reduce((sum, letter) => sum + widthOf(letter), 0);
    return [pair, widthOf(pair) - alone] as const;
  });
  const { fontBoundingBoxAscent, fontBoundingBoxDescent } = canvas.measureText('');
  return {
    ascent: fontBoundingBoxAscent / em,
    descent: fontBoundingBoxDescent / em,
    widths,
    kerning: Object.fromEntries(kerning),
  };
}
