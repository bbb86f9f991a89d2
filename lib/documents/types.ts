import type { mediaTypes } from '../site/media-types.ts';

/** The types of document that are published, by the extension of their file. */
export const documentTypes = [
  'pdf',
  'csv',
  'ods',
  'xlsx',
  'docx',
] as const satisfies readonly (keyof typeof mediaTypes)[];
export type DocumentType = (typeof documentTypes)[number];

/** Where documents are. Their addresses depend on their names alone, so they outlive pages and keys. */
export const documentFolder = '/documents/';
