import { mediaTypeOf } from '#lib/site/media-types.ts';
import { getSite } from '../../current-site.ts';
import { dataFiles } from '../data-files.ts';

export const dynamic = 'force-static';
export const dynamicParams = false;

/** Every data file. */
export function generateStaticParams() {
  return Object.keys(dataFiles(getSite())).map((file) => ({ file: file.split('/').slice(2) }));
}

/** A data file. */
export async function GET(_request: Request, { params }: { params: Promise<{ file: string[] }> }) {
  const file = ['/data', ...(await params).file].join('/');
  const text = await dataFiles(getSite())[file]?.();
  return new Response(text ?? null, {
    ...(text === undefined && { status: 404 }),
    headers: { 'Content-Type': mediaTypeOf(file) ?? '' },
  });
}
