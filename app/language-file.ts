import { getTranslations } from 'next-intl/server';
import { type Language, languageOf } from '#lib/languages/languages.ts';
import { mediaTypes } from '#lib/site/media-types.ts';
import type { Site } from '#lib/site/site.ts';
import { getSite } from './current-site.ts';

type Translator = Awaited<ReturnType<typeof getTranslations<never>>>;

/** What Next.js passes to the route of a file in each language. */
export interface LanguageContext {
  readonly params: Promise<{ readonly language: string }>;
}

/** The parameters of a file in each language, for `generateStaticParams`. */
export function languageParams() {
  return getSite().languages.map(({ code }) => ({ language: code }));
}

/** The response with a file in the language of its path. */
export async function languageFile(
  { params }: LanguageContext,
  type: keyof typeof mediaTypes,
  write: (site: Site, language: Language, t: Translator) => string,
): Promise<Response> {
  const { language } = await params;
  const t = await getTranslations({ locale: language });
  return new Response(write(getSite(), languageOf(language), t), { headers: { 'Content-Type': mediaTypes[type] } });
}
