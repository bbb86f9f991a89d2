import { translatorsOf } from '#components/entrance/translators.ts';
import { neutralLlmsTxt } from '#lib/metadata/llms-txt.ts';
import { mediaTypes } from '#lib/site/media-types.ts';
import { getSite } from '../current-site.ts';

export const dynamic = 'force-static';

/** The neutral llms.txt, which leads to the one of each language. */
export async function GET() {
  const site = getSite();
  const translators = await translatorsOf(site);
  const summary = translators.map(({ t }) => t('choice.description')).join(' ');
  return new Response(neutralLlmsTxt(site, summary), { headers: { 'Content-Type': mediaTypes.txt } });
}
