import { getTranslations } from 'next-intl/server';
import { languageOf } from '#lib/languages/languages.ts';
import { changesFeed, hasFeed } from '#lib/metadata/feeds.ts';
import { mediaTypes } from '#lib/site/media-types.ts';
import { getSite } from '../../current-site.ts';

export const dynamic = 'force-static';
export const dynamicParams = false;

/** One feed per language; none while no page has a change note. */
export function generateStaticParams() {
  const site = getSite();
  return hasFeed(site, 'changes') ? site.languages.map(({ code }) => ({ language: code })) : [];
}

/** The feed of changes in a language. */
export async function GET(_request: Request, { params }: { params: Promise<{ language: string }> }) {
  const { language } = await params;
  const t = await getTranslations({ locale: language });
  const feed = changesFeed(getSite(), languageOf(language), t('changes.feed'));
  return new Response(feed, { headers: { 'Content-Type': mediaTypes.atom } });
}
