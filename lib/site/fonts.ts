export interface Font {
  readonly family: string;
  /** Name of the theme variable: `serif` makes the utility `font-serif`. */
  readonly token: string;
  /** Where the whole font is in its package. */
  readonly source: string;
  /** Name of the published file in `/fonts/`. */
  readonly name: string;
  /** Value to fix an axis of the variable font at, or the range to keep. */
  readonly axes: Readonly<Record<string, number | { min: number; max: number }>>;
  /** Weights that it sets, as CSS writes them. */
  readonly weights: string;
  /** The local font that replaces it until it has loaded. */
  readonly fallback: {
    /** Fonts of the same widths, on one system or another. */
    readonly names: readonly string[];
    readonly generic: 'serif' | 'sans-serif';
    readonly unitsPerEm: number;
    /** Mean width of its letters in English text, as Capsize weights them. */
    readonly xWidthAvg: number;
  };
}

/**
 * All web fonts. `npm run fonts` makes their files and `fonts.css` of this list; the preloads read it as well.
 * The widths of the fallback fonts are those that `@capsizecss/unpack` reads from Liberation Serif and Liberation Sans.
 */
export const fonts: readonly Font[] = [
  // Headings and figures have one weight and one optical size.
  {
    family: 'Newsreader',
    token: 'serif',
    source: '@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2',
    name: 'newsreader.woff2',
    axes: { wght: 500, opsz: 36 },
    weights: '500',
    fallback: { names: ['Times New Roman', 'Liberation Serif'], generic: 'serif', unitsPerEm: 2048, xWidthAvg: 832 },
  },
  {
    family: 'Radio Canada',
    token: 'sans',
    source: '@fontsource-variable/radio-canada/files/radio-canada-latin-wght-normal.woff2',
    name: 'radio-canada.woff2',
    axes: { wght: { min: 400, max: 700 } },
    weights: '400 700',
    fallback: { names: ['Arial', 'Liberation Sans'], generic: 'sans-serif', unitsPerEm: 2048, xWidthAvg: 913 },
  },
];
