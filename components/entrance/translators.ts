import { getTranslations } from 'next-intl/server';
import type { Site } from '#lib/site/site.ts';

/** The languages of the site, each with its translator, for pages in all languages. */
export async function translatorsOf(site: Pick<Site, 'languages'>) {
  return Promise.all(
    site.languages.map(async (language) => ({ language, t: await getTranslations({ locale: language.code }) })),
  );
}
