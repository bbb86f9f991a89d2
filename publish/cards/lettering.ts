import { readFileSync } from 'node:fs';
import { Blob, Face, Font, shape, Buffer as TextBuffer } from 'harfbuzzjs';
import { decompress } from 'wawoff2';

/** Sets text in a web font of the site as outlines, so that a picture depends on no font of the build machine. */
export interface Lettering {
  /** The width of a line in em. */
  readonly widthOf: (text: string) => number;
  /**
   * The outlines of a line.
   * @param x start of the line
   * @param y base line
   * @returns SVG path elements
   */
  readonly outlinesOf: (text: string, size: number, x: number, y: number) => string;
}

/** The glyph of characters that a font lacks (OpenType, glyf). */
const missingGlyph = 0;

/**
 * Loads a web font.
 * @param file absolute path of a WOFF2 file; a variable font is set in its default weight
 * @param spacing letter spacing in em, as in the style sheet
 */
export async function letteringIn(file: string, spacing = 0): Promise<Lettering> {
  const face = new Face(new Blob(await decompress(readFileSync(file))));
  const font = new Font(face);
  const shapes = (text: string) => {
    const buffer = new TextBuffer();
    buffer.addText(text);
    buffer.guessSegmentProperties();
    shape(font, buffer);
    const positions = buffer.getGlyphPositions();
    return buffer.getGlyphInfos().map(({ codepoint }, index) => ({
      glyph: codepoint,
      advance: (positions[index]?.xAdvance ?? 0) / face.upem + spacing,
    }));
  };
  return {
    widthOf: (text) => shapes(text).reduce((width, { advance }) => width + advance, 0),
    outlinesOf: (text, size, x, y) => {
      const scale = size / face.upem;
      let pen = x;
      return shapes(text)
        .map(({ glyph, advance }) => {
          const start = pen;
          pen += advance * size;
          if (glyph === missingGlyph) return '';
          return `<path transform="matrix(${decimal(scale)} 0 0 ${decimal(-scale)} ${decimal(start)} ${decimal(y)})" d="${font.glyphToPath(glyph)}"/>`;
        })
        .join('');
    },
  };
}

function decimal(value: number): string {
  return String(Number(value.toFixed(5)));
}
