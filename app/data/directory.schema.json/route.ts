import { directoryJsonSchema } from '#lib/open-data/directory-data.ts';
import { mediaTypes } from '#lib/site/media-types.ts';
import { getSite } from '../../current-site.ts';

export const dynamic = 'force-static';

/** The JSON Schema of the open data. */
export function GET() {
  return new Response(`${JSON.stringify(directoryJsonSchema(getSite()), null, 2)}\n`, {
    headers: { 'Content-Type': mediaTypes.json },
  });
}
