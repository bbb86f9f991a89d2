import type { Metadata } from 'next';
import { Gate } from '#components/entrance/gate.tsx';
import { voicesOf } from '#components/entrance/voices.ts';
import { StructuredData } from '#components/layout/structured-data.tsx';
import { choicePath } from '#lib/metadata/page-metadata.ts';
import { choiceData } from '#lib/metadata/structured-data.ts';
import { homeKey, pageOf, twinOf } from '#lib/site/site.ts';
import { getSite } from '../current-site.ts';

/** Title and description in all languages, and the home pages by hreflang. */
export async function generateMetadata(): Promise<Metadata> {
  const site = getSite();
  const voices = await voicesOf(site);
  const homes = site.languages.map(({ code, tag }) => [tag, twinOf(pageOf(site, homeKey), code).path]);
  return {
    metadataBase: new URL(site.origin),
    title: voices.map(({ t }) => t('organisation.name')).join(' – '),
    description: voices.map(({ t }) => t('choice.description')).join(' '),
    alternates: {
      canonical: choicePath,
      languages: { ...Object.fromEntries(homes), 'x-default': choicePath },
    },
  };
}

/** `/`: a neutral choice of language, without guessing and redirecting. */
export default async function ChoicePage() {
  const site = getSite();
  const voices = await voicesOf(site);
  return (
    <Gate
      site={site}
      headings={voices.map(({ t }) => `${t('organisation.type')} ${t('organisation.name')}`)}
      voices={voices.map(({ language, t }) => ({
        language,
        says: (
          <>
            <p>{t('organisation.type')}</p>
            <p className="heading mt-1 mb-6 text-2xl/[1.14]">{t('organisation.name')}</p>
            <a
              className="button"
              href={twinOf(pageOf(site, homeKey), language.code).path}
              hrefLang={language.tag}
            >
              {t('choice.continue')}
            </a>
          </>
        ),
      }))}
    >
      <StructuredData data={choiceData(site)} />
    </Gate>
  );
}
