import { getTranslations } from 'next-intl/server';
import type { Site } from '#lib/site/site.ts';

/** A translator for each language, for pages in all languages. */
export async function voicesOf(site: Site) {
  return Promise.all(
    site.languages.map(async (language) => ({
      language,
      t: await getTranslations({ locale: language.code }),
    })),
  );
}
