import { dataVersion } from '#lib/open-data/data-paths.ts';
import { getSite } from '../../../current-site.ts';
import { dataFiles, fileResponse } from '../../data-files.ts';

export const dynamic = 'force-static';
export const dynamicParams = false;

/** Every file of this version of the open data. */
export function generateStaticParams() {
  return Object.keys(dataFiles(getSite())).map((each) => ({ file: each.slice(dataVersion.length + 1).split('/') }));
}

/** A file of the open data. */
export async function GET(_request: Request, { params }: { params: Promise<{ file: string[] }> }) {
  const file = [dataVersion, ...(await params).file].join('/');
  const site = getSite();
  return fileResponse(dataFiles(site)[file], site, file);
}
