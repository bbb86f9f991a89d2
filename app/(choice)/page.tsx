import type { Metadata } from 'next';
import { Entrance } from '#components/entrance/entrance.tsx';
import { translatorsOf } from '#components/entrance/translators.ts';
import { PreviewTags } from '#components/layout/preview-tags.tsx';
import { StructuredData } from '#components/layout/structured-data.tsx';
import { choicePath } from '#lib/metadata/page-metadata.ts';
import { choiceData } from '#lib/metadata/structured-data.ts';
import { homeKey, pathOf } from '#lib/site/site.ts';
import { OnlyFaults } from '../(preview)/faults.tsx';
import { getPreview, getSite } from '../current-site.ts';

const isPreview = process.env.NODE_ENV === 'development';

/** Title and description in all languages, and the home pages by hreflang. */
export async function generateMetadata(): Promise<Metadata> {
  if (isPreview && getPreview().site === null) return {};
  const site = getSite();
  const translators = await translatorsOf(site);
  const homes = site.languages.map(({ code, tag }) => [tag, pathOf(site, homeKey, code)]);
  return {
    metadataBase: new URL(site.origin),
    ...wordsOf(translators),
    alternates: { canonical: choicePath, languages: { ...Object.fromEntries(homes), 'x-default': choicePath } },
  };
}

function wordsOf(translators: Awaited<ReturnType<typeof translatorsOf>>) {
  return {
    title: translators.map(({ t }) => t('organisation.name')).join(' – '),
    description: translators.map(({ t }) => t('choice.description')).join(' '),
  };
}

/** `/`: a neutral choice of language, without guessing and redirecting. */
export default async function ChoicePage() {
  if (isPreview && getPreview().site === null) return <OnlyFaults />;
  const site = getSite();
  const translators = await translatorsOf(site);
  const words = wordsOf(translators);
  return (
    <Entrance
      site={site}
      parts={translators.map(({ language, t }) => ({
        language,
        heading: `${t('organisation.type')} ${t('organisation.name')}`,
        content: (
          <>
            <p>{t('organisation.type')}</p>
            <p className="heading mt-1 mb-6 text-3xl">{t('organisation.name')}</p>
            <a className="button" href={pathOf(site, homeKey, language.code)} hrefLang={language.tag}>
              {t('choice.continue')}
            </a>
          </>
        ),
      }))}
    >
      <PreviewTags
        {...words}
        origin={site.origin}
        languages={site.languages}
        path={choicePath}
        siteName={words.title}
        alt={words.title}
      />
      <StructuredData data={choiceData(site)} />
    </Entrance>
  );
}
