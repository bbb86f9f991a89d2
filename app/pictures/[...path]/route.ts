import path from 'node:path';
import { samplePicture } from '#components/figure/sample-picture.ts';
import { encode } from '#lib/pictures/encode.ts';
import { allVariants, type Variant, variantsOf } from '#lib/pictures/pictures.ts';
import { mediaTypes } from '#lib/site/media-types.ts';
import { homeKey } from '#lib/site/site.ts';
import { getSite } from '../../current-site.ts';

export const dynamic = 'force-static';
export const dynamicParams = false;

/** One file per form of a picture. */
export function generateStaticParams() {
  return variants().map((variant) => ({ path: variant.path.split('/').slice(2) }));
}

/** A picture of a page in one width and format. */
export async function GET(_request: Request, { params }: { params: Promise<{ path: string[] }> }) {
  const wanted = `/pictures/${(await params).path.join('/')}`;
  const variant = variants().find((each) => each.path === wanted);
  if (!variant) return new Response(null, { status: 404 });
  const { picture, width, format } = variant;
  const file = path.join(/* turbopackIgnore: true */ process.cwd(), picture.file);
  return new Response(new Uint8Array(await encode(file, width, format)), {
    headers: { 'Content-Type': mediaTypes[format] },
  });
}

/** Every form of every picture; in the preview also those of the catalogue of components. */
function variants(): Variant[] {
  const ofSite = allVariants(getSite());
  if (process.env.NODE_ENV !== 'development') return ofSite;
  return [...ofSite, ...Object.values(variantsOf(homeKey, samplePicture)).flat()];
}
