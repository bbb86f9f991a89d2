import path from 'node:path';
import { encode } from '#lib/pictures/encode.ts';
import type { Variant } from '#lib/pictures/pictures.ts';
import { mediaTypes } from '#lib/site/media-types.ts';

/** The response for a path of a picture: the form that has this path; 404 when there is none. */
export async function pictureResponse(variants: readonly Variant[], wanted: string): Promise<Response> {
  const variant = variants.find((each) => each.path === wanted);
  if (!variant) return new Response(null, { status: 404 });
  const { picture, width, format } = variant;
  const file = path.join(/* turbopackIgnore: true */ process.cwd(), picture.file);
  return new Response(new Uint8Array(await encode(file, width, format)), {
    headers: { 'Content-Type': mediaTypes[format] },
  });
}
