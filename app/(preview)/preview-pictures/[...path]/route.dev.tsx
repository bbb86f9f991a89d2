import { samplePicture } from '#components/figure/sample-picture.ts';
import { allVariants, variantsOf } from '#lib/pictures/pictures.ts';
import { homeKey } from '#lib/site/site.ts';
import { getSite } from '../../../current-site.ts';
import { pictureResponse } from '../../../picture-response.ts';

/** A picture of a page in the preview, or that of the catalogue of components. A static route would not find a picture added since the start. */
export async function GET(_request: Request, { params }: { params: Promise<{ path: string[] }> }) {
  const { path } = await params;
  const ofCatalogue = Object.values(variantsOf(homeKey, samplePicture)).flat();
  return pictureResponse([...allVariants(getSite()), ...ofCatalogue], `/preview-pictures/${path.join('/')}`);
}
