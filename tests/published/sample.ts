import { type Document, readDocument } from './document.ts';

/** A small document for trying a check. */
export function sample(
  body: string,
  { path = '/nl/voorbeeld', lang = 'nl-BE', head = '' }: { path?: string; lang?: string; head?: string } = {},
): Document {
  return readDocument(
    path,
    `<!doctype html><html lang="${lang}"><head><title>Voorbeeld</title>${head}</head><body>${body}</body></html>`,
  );
}
