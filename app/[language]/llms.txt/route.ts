import { getTranslations } from 'next-intl/server';
import { languageOf } from '#lib/languages/languages.ts';
import { llmsTxt } from '#lib/metadata/llms-txt.ts';
import { mediaTypes } from '#lib/site/media-types.ts';
import { getSite } from '../../current-site.ts';

export const dynamic = 'force-static';
export const dynamicParams = false;

/** One per language. */
export function generateStaticParams() {
  return getSite().languages.map(({ code }) => ({ language: code }));
}

/** llms.txt in a language. */
export async function GET(_request: Request, { params }: { params: Promise<{ language: string }> }) {
  const { language } = await params;
  const t = await getTranslations({ locale: language });
  const text = llmsTxt(getSite(), languageOf(language), {
    csv: t('openData.csv'),
    json: t('openData.json'),
    schema: t('openData.schema'),
  });
  return new Response(text, { headers: { 'Content-Type': mediaTypes.txt } });
}
