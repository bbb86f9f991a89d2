import { readFileSync } from 'node:fs';
import path from 'node:path';
import { sampleDocuments } from '#components/document/sample-documents.ts';
import { allDocuments } from '#lib/documents/documents.ts';
import { mediaTypes } from '#lib/site/media-types.ts';
import { getSite } from '../../../current-site.ts';

/** A document in the preview, or one of the catalogue of components. A build copies documents as they are. */
export async function GET(_request: Request, { params }: { params: Promise<{ name: string }> }) {
  const { name } = await params;
  const document = [...allDocuments(getSite()), ...Object.values(sampleDocuments)].find((each) => each.name === name);
  if (!document) return new Response(null, { status: 404 });
  const file = path.join(/* turbopackIgnore: true */ process.cwd(), document.file);
  return new Response(new Uint8Array(readFileSync(file)), {
    headers: { 'Content-Type': mediaTypes[document.type], 'X-Content-Type-Options': 'nosniff' },
  });
}
