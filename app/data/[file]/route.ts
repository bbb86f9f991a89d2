import path from 'node:path';
import { getTranslations } from 'next-intl/server';
import { accessibilityReport, accessibilityReportPath } from '#lib/open-data/accessibility-report.ts';
import { openData } from '#lib/open-data/data-paths.ts';
import { directoryData, directoryJsonSchema } from '#lib/open-data/directory-data.ts';
import { directoryTable } from '#lib/open-data/directory-table.ts';
import { mediaTypeOf } from '#lib/site/media-types.ts';
import type { Site } from '#lib/site/site.ts';
import { getSite } from '../../current-site.ts';

export const dynamic = 'force-static';
export const dynamicParams = false;

/** The open data by path: the directory as a table and as JSON with its schema, and the accessibility statement. */
const files: Readonly<Record<string, (site: Site) => Promise<string> | string>> = {
  [openData.csv]: (site) => directoryTable(site),
  [openData.excel]: (site) => directoryTable(site, ';'),
  [openData.json]: async (site) => json(directoryData(site, await reuseIn(site))),
  [openData.schema]: (site) => json(directoryJsonSchema(site)),
  [accessibilityReportPath]: (site) => json(accessibilityReport(site)),
};

/** All files; without an assessment of the site, all but the accessibility statement. */
export function generateStaticParams() {
  const { accessibility } = getSite();
  return Object.keys(files)
    .filter((each) => each !== accessibilityReportPath || accessibility)
    .map((each) => ({ file: path.posix.basename(each) }));
}

/** An open data file. */
export async function GET(_request: Request, { params }: { params: Promise<{ file: string }> }) {
  const { file } = await params;
  const text = await files[`/data/${file}`]?.(getSite());
  return new Response(text ?? null, {
    ...(text === undefined && { status: 404 }),
    headers: { 'Content-Type': mediaTypeOf(file) ?? '' },
  });
}

function json(value: object | null): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** The conditions for reuse, in each language. */
async function reuseIn({ languages }: Site): Promise<Record<string, string>> {
  const reuse = languages.map(async ({ code }) => {
    const t = await getTranslations({ locale: code });
    return [code, t('openData.reuse')] as const;
  });
  return Object.fromEntries(await Promise.all(reuse));
}
