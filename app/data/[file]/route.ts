import path from 'node:path';
import { accessibilityReport, accessibilityReportPath } from '#lib/open-data/accessibility-report.ts';
import { getSite } from '../../current-site.ts';
import { type FileWriter, fileResponse, json, unversionedFiles } from '../data-files.ts';

export const dynamic = 'force-static';
export const dynamicParams = false;

/** The data without a version: the directory at its former paths, and the accessibility statement. */
const files: Readonly<Record<string, FileWriter>> = {
  ...unversionedFiles,
  [accessibilityReportPath]: (site) => json(accessibilityReport(site)),
};

/** All files; without an assessment of the site, all but the accessibility statement. */
export function generateStaticParams() {
  const { accessibility } = getSite();
  return Object.keys(files)
    .filter((each) => each !== accessibilityReportPath || accessibility)
    .map((each) => ({ file: path.posix.basename(each) }));
}

/** A data file. */
export async function GET(_request: Request, { params }: { params: Promise<{ file: string }> }) {
  const { file } = await params;
  return fileResponse(files[`/data/${file}`], getSite(), file);
}
