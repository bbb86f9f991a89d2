import type { Picture } from '#lib/site/site.ts';

/** The picture of the catalogue in the preview. No published page has it. */
export const samplePicture: Picture & { readonly name: string } = {
  name: 'sample.jpg',
  file: 'components/figure/sample.jpg',
  width: 1600,
  height: 1000,
  isWide: false,
  isDrawing: false,
};
