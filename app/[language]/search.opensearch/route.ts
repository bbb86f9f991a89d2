import { openSearchDescription } from '#lib/metadata/opensearch.ts';
import { getSite } from '../../current-site.ts';
import { type LanguageContext, languageFile, languageParams } from '../../language-file.ts';

export const dynamic = 'force-static';
export const dynamicParams = false;

/** One description per language; none for a site without a search page. */
export function generateStaticParams() {
  return getSite().search === null ? [] : languageParams();
}

/** The OpenSearch description, with which browsers offer the search of the site. */
export function GET(_request: Request, context: LanguageContext) {
  return languageFile(context, 'opensearch', (site, language, t) => {
    const names = { shortName: t('search.shortName'), longName: t('organisation.name') };
    return openSearchDescription(site, language, { ...names, description: t('search.description') });
  });
}
