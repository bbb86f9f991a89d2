import { getTranslations } from 'next-intl/server';
import { languageOf } from '#lib/languages/languages.ts';
import { openSearchDescription } from '#lib/metadata/opensearch.ts';
import { mediaTypes } from '#lib/site/media-types.ts';
import { getSite } from '../../current-site.ts';

export const dynamic = 'force-static';
export const dynamicParams = false;

/** One description per language; none for a site without a search page. */
export function generateStaticParams() {
  const { search, languages } = getSite();
  return search === null ? [] : languages.map(({ code }) => ({ language: code }));
}

/** The OpenSearch description, with which browsers offer the search of the site. */
export async function GET(_request: Request, { params }: { params: Promise<{ language: string }> }) {
  const { language } = await params;
  const t = await getTranslations({ locale: language });
  const description = openSearchDescription(getSite(), languageOf(language), {
    shortName: t('search.shortName'),
    longName: t('organisation.name'),
    description: t('search.description'),
  });
  return new Response(description, { headers: { 'Content-Type': mediaTypes.opensearch } });
}
