import { accessibilityReport, accessibilityReportPath } from '#lib/open-data/accessibility-report.ts';
import { mediaTypes } from '#lib/site/media-types.ts';
import { getSite } from '../../current-site.ts';

export const dynamic = 'force-static';
export const dynamicParams = false;

/** The report, for a site of which something is recorded. */
export function generateStaticParams() {
  return getSite().accessibility ? [{ report: accessibilityReportPath.replace('/data/', '') }] : [];
}

/** The accessibility statement for machines. */
export function GET() {
  return new Response(`${JSON.stringify(accessibilityReport(getSite()), null, 2)}\n`, {
    headers: { 'Content-Type': mediaTypes.json },
  });
}
