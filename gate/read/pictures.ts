import { statSync } from 'node:fs';
import path from 'node:path';
import { readPictures } from '../pictures/read-pictures.ts';
import { maximumPictureBytes } from '../rules/pictures.ts';
import type { PictureFile } from './files.ts';
import { pageFolders, pictureOfPage } from './places.ts';
import type { ContentReader } from './reader.ts';

/**
 * Reads the pictures beside pages. Files that are too large are not opened.
 * @param keys the keys of all pages; a picture in a folder without a page is a stray file
 */
export function readPictureFiles(reader: ContentReader, keys: ReadonlySet<string>): PictureFile[] {
  const files = pageFolders
    .flatMap((folder) => reader.list(folder))
    .flatMap((file) => {
      const place = pictureOfPage(file);
      if (!place || !keys.has(place.key)) return [];
      reader.see(file);
      return [{ ...place, file, bytes: statSync(path.join(reader.root, file)).size }];
    });
  const opened = files.filter(({ bytes }) => bytes <= maximumPictureBytes);
  const facts = readPictures(opened.map(({ file }) => path.join(reader.root, file)));
  return files.map((each) => ({ ...each, facts: facts[opened.indexOf(each)] ?? { kind: 'broken' } }));
}
