import { allVariants } from '#lib/pictures/pictures.ts';
import { getSite } from '../../current-site.ts';
import { pictureResponse } from '../../picture-response.ts';

export const dynamic = 'force-static';
export const dynamicParams = false;

/** One file per form of a picture. */
export function generateStaticParams() {
  return allVariants(getSite()).map((variant) => ({ path: variant.path.split('/').slice(2) }));
}

/** A picture of a page in one width and format. */
export async function GET(_request: Request, { params }: { params: Promise<{ path: string[] }> }) {
  const { path } = await params;
  return pictureResponse(allVariants(getSite()), `/pictures/${path.join('/')}`);
}
