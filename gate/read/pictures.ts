import { readPictures } from '../pictures/read-pictures.ts';
import { openedBytes } from '../rules/pictures.ts';
import { readBesidePages } from './beside.ts';
import type { PictureFile } from './files.ts';
import { pictureOfPage } from './places.ts';
import type { ContentReader } from './reader.ts';

/** Reads the pictures beside pages. */
export function readPictureFiles(reader: ContentReader, keys: ReadonlySet<string>): PictureFile[] {
  return readBesidePages(reader, keys, {
    placeOf: pictureOfPage,
    read: readPictures,
    maximum: openedBytes,
    unopened: { kind: 'broken' },
  });
}
