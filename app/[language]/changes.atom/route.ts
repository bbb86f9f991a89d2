import { changesFeed, hasFeed } from '#lib/metadata/feeds.ts';
import { getSite } from '../../current-site.ts';
import { type LanguageContext, languageFile, languageParams } from '../../language-file.ts';

export const dynamic = 'force-static';
export const dynamicParams = false;

/** One feed per language; none while no page has a change note. */
export function generateStaticParams() {
  return hasFeed(getSite(), 'changes') ? languageParams() : [];
}

/** The feed of changes in a language. */
export function GET(_request: Request, context: LanguageContext) {
  return languageFile(context, 'atom', (site, language, t) => changesFeed(site, language, t('changes.feed')));
}
