import path from 'node:path';
import { root } from '../environment.ts';

/** A local font that lends some letters in place of the main one. Of two, the later one does, on a system that has it. */
export interface Lender {
  readonly names: readonly string[];
  readonly letters: string;
  /** Widths in em as the maker published them, for a font that need not be on the machine that measures. */
  readonly widths?: Readonly<Record<string, number>>;
}

/** What stands in for one weight of a web font until that arrives. */
export interface Fallback {
  readonly family: string;
  /** The web font that it stands in for. */
  readonly file: string;
  readonly weight: number;
  /** Whether the rules must name their weight, because the family has two. */
  readonly named: boolean;
  /** How far a line of 45 letters may be off, in em, root mean square; the number of rules follows from it. */
  readonly lineError: number;
  /** Local fonts with the same widths, on one system or another. */
  readonly names: readonly string[];
  readonly lenders: readonly Lender[];
}

const newsreader = path.join(root, 'public/fonts/newsreader.woff2');
const radioCanada = path.join(root, 'public/fonts/radio-canada.woff2');

/**
 * Each rule takes time of the first picture, for each size of text on a page, so they go where lines are long: running text is matched
 * closely, headings and bold words loosely.
 *
 * Radio Canada has wide letters where Arial has narrow ones: Arial's t would have to grow by a third. Those few are lent by a
 * font that draws them as wide: Verdana (Windows, macOS, iOS), or DejaVu (Linux), so that no letter sticks out of its line.
 */
export const fallbacks: readonly Fallback[] = [
  {
    family: 'Newsreader Fallback',
    file: newsreader,
    weight: 500,
    named: false,
    lineError: 0.2,
    names: ['Times New Roman', 'Liberation Serif'],
    lenders: [],
  },
  {
    family: 'Radio Canada Fallback',
    file: radioCanada,
    weight: 400,
    named: false,
    lineError: 0.03,
    names: ['Arial', 'Liberation Sans'],
    lenders: [
      { names: ['DejaVu Sans'], letters: 'fijlt' },
      { names: ['DejaVu Sans Mono'], letters: 'I' },
      {
        names: ['Verdana'],
        letters: 'filtI',
        widths: { f: 0.3516, i: 0.2744, l: 0.2744, t: 0.394, I: 0.4209 },
      },
    ],
  },
  {
    family: 'Radio Canada Fallback',
    file: radioCanada,
    weight: 650,
    named: true,
    lineError: 0.2,
    names: ['Arial Bold', 'Liberation Sans Bold'],
    lenders: [],
  },
];
