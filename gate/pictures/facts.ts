import type { FileType } from '../files/file-type.ts';

/** The types that are published, each with the extensions of its files. */
export const publishedTypes: Readonly<Partial<Record<FileType, readonly string[]>>> = {
  jpeg: ['jpg', 'jpeg'],
  png: ['png'],
  webp: ['webp'],
  avif: ['avif'],
};

/** What the file of a picture contains. */
export type PictureFacts =
  | {
      readonly kind: 'picture';
      readonly type: FileType;
      readonly width: number;
      readonly height: number;
      readonly weight: number;
      /** Whether it is a drawing, or transparent somewhere. */
      readonly isDrawing: boolean;
      /** Whether it seems to contain lines of words. */
      readonly hasWords: boolean;
    }
  /** A type that is not published. */
  | { readonly kind: 'type'; readonly type: FileType }
  | { readonly kind: 'broken' | 'pixels' | 'animated' };
