import { getTranslations } from 'next-intl/server';
import { languageOf } from '#lib/languages/languages.ts';
import { webManifest } from '#lib/metadata/web-manifest.ts';
import { mediaTypes } from '#lib/site/media-types.ts';
import { getSite } from '../../current-site.ts';

export const dynamic = 'force-static';
export const dynamicParams = false;

/** One manifest per language. */
export function generateStaticParams() {
  return getSite().languages.map(({ code }) => ({ language: code }));
}

/** The web manifest that the pages of a language link to. */
export async function GET(_request: Request, { params }: { params: Promise<{ language: string }> }) {
  const { language } = await params;
  const t = await getTranslations({ locale: language });
  const manifest = webManifest(getSite(), languageOf(language), t('search.shortName'));
  return new Response(`${JSON.stringify(manifest, null, 2)}\n`, {
    headers: { 'Content-Type': mediaTypes.webmanifest },
  });
}
