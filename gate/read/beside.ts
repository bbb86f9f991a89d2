import { hash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { DocumentFacts } from '../documents/facts.ts';
import { inspector } from '../files/inspect.ts';
import type { PictureFacts } from '../pictures/facts.ts';
import { maximumDocumentBytes } from '../rules/documents.ts';
import { openedBytes } from '../rules/pictures.ts';
import { type DocumentFile, documentOfPage, type PictureFile, pageFolders, pictureOfPage } from './files.ts';
import type { ContentReader } from './reader.ts';

/** The facts about pictures by their absolute paths, in the same order. */
export const readPictures = inspector<PictureFacts>('gate/pictures/inspect-pictures.ts', { kind: 'broken' });

/** The facts about documents by their absolute paths, in the same order. */
const readDocuments = inspector<DocumentFacts>('gate/documents/inspect-documents.ts', { kind: 'broken' });

/**
 * Reads the files of one kind beside pages.
 * @param keys the keys of all pages; a file in a folder without a page is a stray file
 * @param placeOf the page that a file of this kind is beside, and its name; null for any other file
 * @param maximum in bytes; larger files are not opened
 */
function readBesidePages<Facts>(
  reader: ContentReader,
  keys: ReadonlySet<string>,
  placeOf: typeof pictureOfPage,
  read: (files: readonly string[]) => Facts[],
  maximum: number,
) {
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
  return files.map((each) => ({ ...each, facts: facts[opened.indexOf(each)] ?? ({ kind: 'broken' } as const) }));
}

/** Reads the pictures beside pages. */
export function readPictureFiles(reader: ContentReader, keys: ReadonlySet<string>): PictureFile[] {
  return readBesidePages(reader, keys, pictureOfPage, readPictures, openedBytes);
}

/** Hexadecimal digits of a hash in the register. */
const hashLength = 16;

/** Reads the documents beside pages. */
export function readDocumentFiles(reader: ContentReader, keys: ReadonlySet<string>): DocumentFile[] {
  return readBesidePages(reader, keys, documentOfPage, readDocuments, maximumDocumentBytes).map((each) => ({
    ...each,
    hash: hashOf(path.join(reader.root, each.file)),
  }));
}

/** Empty for a file that cannot be read: it is broken (C301). */
function hashOf(file: string): string {
  try {
    return hash('sha256', readFileSync(file)).slice(0, hashLength);
  } catch {
    return '';
  }
}
