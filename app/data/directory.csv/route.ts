import { directoryTable } from '#lib/open-data/directory-table.ts';
import { mediaTypes } from '#lib/site/media-types.ts';
import { getSite } from '../../current-site.ts';

export const dynamic = 'force-static';

/** The directory as a table. */
export function GET() {
  return new Response(directoryTable(getSite()), {
    headers: { 'Content-Type': mediaTypes.csv },
  });
}
