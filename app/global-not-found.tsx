import './site.css';
import type { Metadata } from 'next';
import { Entrance } from '#components/entrance/entrance.tsx';
import { translatorsOf } from '#components/entrance/translators.ts';
import { languages } from '#lib/languages/languages.ts';
import { homeKey, pageOf, pathOf, twinOf } from '#lib/site/site.ts';
import { AllFaults, OnlyFaults } from './(preview)/faults.tsx';
import { getPreview, getSite } from './current-site.ts';

const isPreview = process.env.NODE_ENV === 'development';

/** The title in all languages. */
export async function generateMetadata(): Promise<Metadata> {
  const translators = await translatorsOf({ languages });
  return { title: translators.map(({ t }) => t('notFound.title')).join(' – ') };
}

/** The 404 page, in all languages at once: an unknown path has no language. */
export default async function NotFound() {
  if (isPreview && getPreview().site === null) return <OnlyFaults />;
  const site = getSite();
  const translators = await translatorsOf(site);
  return (
    <Entrance
      site={site}
      walled
      parts={translators.map(({ language, t }) => ({
        language,
        heading: t('notFound.title'),
        content: (
          <>
            <p>{t('notFound.error')}</p>
            <h2 className="mt-1 mb-6 text-2xl/[1.14]">{t('notFound.heading')}</h2>
            <p className="-mt-3 mb-6 text-balance">{t('notFound.explanation')}</p>
            <a className="button" href={pathOf(site, homeKey, language.code)}>
              {t('notFound.home')}
            </a>
            <p className="mt-4 flex flex-wrap gap-x-6 md:in-[section:first-child]:justify-end">
              {site.navigation.lost.map((key) => {
                const { path, label } = twinOf(pageOf(site, key), language.code);
                return (
                  <a key={key} className="py-2.5" href={path}>
                    {label}
                  </a>
                );
              })}
            </p>
            {isPreview && <AllFaults language={language} />}
          </>
        ),
      }))}
    />
  );
}
