import type { Page, Picture, Site } from '../site/site.ts';

/** The forms in which a picture is published, the best first; the last two are for browsers that support no other. */
export const pictureFormats = ['avif', 'webp', 'jpg', 'png'] as const;
export type PictureFormat = (typeof pictureFormats)[number];

/** One published form of a picture. */
export interface Variant {
  readonly picture: Picture;
  readonly format: PictureFormat;
  /** In pixels. */
  readonly width: number;
  /** The path under which pages refer to it. Publishing moves it to `/assets/`. */
  readonly path: string;
}

/** Where pictures are. The preview has a route of its own for them. */
const folder = process.env.NODE_ENV === 'development' ? '/preview-pictures' : '/pictures';

/** The widths in pixels that a picture is made in, as far as its place and the file allow. */
const steps = [400, 800, 1216];

/** The width that a telephone loads: 390 CSS pixels at two pixels each. Browsers without `srcset` load it too. */
const phoneWidth = 800;

/** Bytes of all pictures of a page on a telephone, as WebP. A page above it is published with a warning. */
export const pictureBudget = 500 * 1024;

export type Size = Pick<Picture, 'width' | 'height' | 'isWide'>;

/**
 * The place of a picture in the layout.
 * @returns `width` in CSS pixels, at most; `sizes` as in HTML: at least that wide, or as wide as the window without its edges
 */
export function placeOf({ width, height, isWide }: Size): {
  readonly isUpright: boolean;
  readonly width: number;
  readonly sizes: string;
} {
  const isUpright = height > width;
  // A line of text has 38rem (theme.css), a column 50; an upright picture has less, so that it fits into a window.
  const rem = isUpright ? 25 : isWide ? 50 : 38;
  const column = `(min-width: ${rem + 2}rem) ${rem}rem, 95vw`;
  return { isUpright, width: rem * 16, sizes: isWide && !isUpright ? '(min-width: 66rem) 61vw, 95vw' : column };
}

/** The widths in which a picture is published, ascending: up to two pixels for each CSS pixel of its place, and never enlarged. */
export function widthsOf(picture: Size): number[] {
  const largest = Math.min(picture.width, 2 * placeOf(picture).width);
  return [...steps.filter((step) => step < largest), largest];
}

/** The width of a picture on a telephone. */
export function phoneWidthOf(picture: Pick<Picture, 'width' | 'height'>): number {
  return Math.min(phoneWidth, picture.width);
}

/** The published forms of a picture of a page, by format in ascending widths. `fallback` is PNG for drawings, JPEG for photographs. */
export function variantsOf(key: string, picture: Picture) {
  const name = picture.file.slice(picture.file.lastIndexOf('/') + 1).replace('.', '-');
  const at =
    (format: PictureFormat) =>
    (width: number): Variant => ({
      picture,
      format,
      width,
      path: `${folder}/${key}/${name}-${width}.${format}`,
    });
  const widths = widthsOf(picture);
  return {
    avif: widths.map(at('avif')),
    webp: widths.map(at('webp')),
    fallback: at(picture.isDrawing ? 'png' : 'jpg')(phoneWidthOf(picture)),
  };
}

/** Every published form of every picture of the site. */
export function allVariants({ pages }: Site): Variant[] {
  return pages.flatMap(({ key, pictures }) =>
    Object.values(pictures).flatMap((picture) => Object.values(variantsOf(key, picture)).flat()),
  );
}

/** The picture with this name beside a page; throws Error when there is none, which the gate rules out. */
export function pictureOf({ key, pictures }: Page, name: string): Picture {
  const picture = Object.hasOwn(pictures, name) ? pictures[name] : undefined;
  if (!picture) throw new Error(`The page "${key}" has no picture "${name}".`);
  return picture;
}
