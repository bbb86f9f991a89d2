import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readDocuments } from '../documents/read-documents.ts';
import { maximumDocumentBytes } from '../rules/documents.ts';
import { readBesidePages } from './beside.ts';
import type { DocumentFile } from './files.ts';
import { documentOfPage } from './places.ts';
import type { ContentReader } from './reader.ts';

/** Hexadecimal digits of a hash in the register. */
const hashLength = 16;

/** Reads the documents beside pages. */
export function readDocumentFiles(reader: ContentReader, keys: ReadonlySet<string>): DocumentFile[] {
  const files = readBesidePages(reader, keys, {
    placeOf: documentOfPage,
    read: readDocuments,
    maximum: maximumDocumentBytes,
    unopened: { kind: 'broken' },
  });
  return files.map((each) => ({
    ...each,
    hash: hash('sha256', readFileSync(path.join(reader.root, each.file))).slice(0, hashLength),
  }));
}
