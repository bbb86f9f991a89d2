import { remember } from '#lib/remember.ts';

/** The box that a title must fit into, and the sizes to try: all in pixels. */
export interface TitleBox {
  readonly width: number;
  readonly height: number;
  readonly largest: number;
  readonly lineHeight: number;
}

/** From one size to the next smaller one. */
const step = 0.95;

/**
 * Breaks paragraphs into lines of similar length (as `text-wrap: balance`) and sets them as large as the box allows, all paragraphs
 * in the same number of lines. A no-break space holds its words together.
 * @param widthOf the width of a text in em
 * @returns the lines and their size
 */
export function setTitle(
  paragraphs: readonly string[],
  { width, height, largest, lineHeight }: TitleBox,
  widthOf: (text: string) => number,
) {
  const measured = remember(widthOf);
  for (let size = largest; ; size *= step) {
    const widthNow = (text: string) => measured(text) * size;
    const words = paragraphs.map((paragraph) => paragraph.split(' '));
    const filled = words.map((each) => breakLines(each, widthNow, width));
    const lines = filled.flat();
    const fits =
      lines.length * lineHeight * size <= height &&
      filled.every(({ length }) => length === filled[0]?.length) &&
      lines.every((line) => widthNow(line) <= width);
    if (fits) return { lines: words.flatMap((each) => balance(each, widthNow, width)), size };
  }
}

/** The lines of the narrowest column that needs no more lines than the whole width. */
function balance(words: readonly string[], widthOf: (text: string) => number, width: number): string[] {
  const widest = breakLines(words, widthOf, width);
  let [low, high] = [0, width];
  while (high - low > 1) {
    const middle = (low + high) / 2;
    if (breakLines(words, widthOf, middle).length > widest.length) low = middle;
    else high = middle;
  }
  return breakLines(words, widthOf, high);
}

/** Fills each line before the next one; a word that is wider than the column has a line of its own. */
function breakLines(words: readonly string[], widthOf: (text: string) => number, width: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    const longer = `${last} ${word}`;
    if (last !== undefined && widthOf(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
