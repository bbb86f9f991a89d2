import { statSync } from 'node:fs';
import path from 'node:path';
import type { FileBesidePage } from './files.ts';
import { pageFolders } from './places.ts';
import type { ContentReader } from './reader.ts';

/** What kind of file to read. */
interface Kind<Facts> {
  /** The key of the page that a file of this kind is beside, and its name in that folder; null for any other file. */
  readonly placeOf: (file: string) => { readonly key: string; readonly name: string } | null;
  /** The facts about files by their absolute paths, in the same order. */
  readonly read: (files: readonly string[]) => Facts[];
  /** In bytes. Larger files are not opened. */
  readonly maximum: number;
  /** The facts about a file that is not opened. */
  readonly unopened: Facts;
}

/**
 * Reads the files of one kind beside pages.
 * @param keys the keys of all pages; a file in a folder without a page is a stray file
 */
export function readBesidePages<Facts>(
  reader: ContentReader,
  keys: ReadonlySet<string>,
  { placeOf, read, maximum, unopened }: Kind<Facts>,
): FileBesidePage<Facts>[] {
  const files = pageFolders
    .flatMap((folder) => reader.list(folder))
    .flatMap((file) => {
      const place = placeOf(file);
      if (!place || !keys.has(place.key)) return [];
      reader.see(file);
      return [{ ...place, file, bytes: statSync(path.join(reader.root, file)).size }];
    });
  const opened = files.filter(({ bytes }) => bytes <= maximum);
  const facts = read(opened.map(({ file }) => path.join(reader.root, file)));
  return files.map((each) => ({ ...each, facts: facts[opened.indexOf(each)] ?? unopened }));
}
