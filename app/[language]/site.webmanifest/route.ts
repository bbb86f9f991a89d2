import { webManifest } from '#lib/metadata/web-manifest.ts';
import { type LanguageContext, languageFile, languageParams } from '../../language-file.ts';

export const dynamic = 'force-static';
export const dynamicParams = false;
export const generateStaticParams = languageParams;

/** The web manifest that the pages of a language link to. */
export function GET(_request: Request, context: LanguageContext) {
  return languageFile(context, 'webmanifest', (site, language, t) => {
    return `${JSON.stringify(webManifest(site, language, t('search.shortName')), null, 2)}\n`;
  });
}
