import { getTranslations } from 'next-intl/server';
import { directoryData } from '#lib/open-data/directory-data.ts';
import { mediaTypes } from '#lib/site/media-types.ts';
import { getSite } from '../../current-site.ts';

export const dynamic = 'force-static';

/** The directory as open data. */
export async function GET() {
  const site = getSite();
  const reuse = await Promise.all(
    site.languages.map(async ({ code }) => {
      const t = await getTranslations({ locale: code });
      return [code, t('openData.reuse')] as const;
    }),
  );
  return new Response(`${JSON.stringify(directoryData(site, Object.fromEntries(reuse)), null, 2)}\n`, {
    headers: { 'Content-Type': mediaTypes.json },
  });
}
