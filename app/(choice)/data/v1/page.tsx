import type { Metadata } from 'next';
import { Entrance } from '#components/entrance/entrance.tsx';
import { translatorsOf } from '#components/entrance/translators.ts';
import { formatDay } from '#lib/languages/dates.ts';
import { atomType } from '#lib/metadata/feeds.ts';
import {
  dataChangesPath,
  dataSince,
  dataVersion,
  linkedData,
  linkedForms,
  openData,
  unitDataPath,
} from '#lib/open-data/data-paths.ts';
import { contactKinds } from '#lib/records/contact.ts';
import { confirmations } from '#lib/records/sources.ts';
import { getSite } from '../../../current-site.ts';

/** The title in all languages. */
export async function generateMetadata(): Promise<Metadata> {
  const site = getSite();
  const translators = await translatorsOf(site);
  return {
    metadataBase: new URL(site.origin),
    title: translators.map(({ t }) => t('openData.title')).join(' – '),
    description: translators.map(({ t }) => t('openData.reuse')).join(' '),
    alternates: {
      canonical: dataVersion,
      types: {
        [atomType]: translators.map(({ language, t }) => ({
          url: dataChangesPath(language.code),
          title: t('openData.changes'),
        })),
      },
    },
  };
}

/** The documentation of the open data in all languages: the promise, the files, the values of two fields. */
export default async function DataPage() {
  const site = getSite();
  const translators = await translatorsOf(site);
  const files = [
    ...Object.values(openData),
    ...Object.values(linkedData).flatMap((file) => linkedForms.map((form) => `${file}.${form}`)),
    ...linkedForms.map((form) => unitDataPath(site.organisation.id, form)),
  ];
  const terms = [...contactKinds, ...confirmations];
  return (
    <Entrance
      site={site}
      parts={translators.map(({ language, t }, index) => ({
        language,
        heading: t('openData.title'),
        content: (
          <div className="text-left">
            <h2 className="mt-1 mb-6 text-2xl/[1.14]">{t('openData.title')}</h2>
            <p>{t('openData.begun', { day: formatDay(dataSince, language) })}</p>
            {(['stays', 'announced', 'identifiers', 'source', 'maintained', 'reuse'] as const).map((key) => (
              <p key={key} className="mt-4">
                {t(`openData.${key}`)}
              </p>
            ))}
            <ul className="mt-4">
              {[...files, dataChangesPath(language.code)].map((file) => (
                <li key={file}>
                  <a className="inline-block py-1" href={file}>
                    {file}
                  </a>
                </li>
              ))}
            </ul>
            <dl className="mt-4">
              {terms.map((term) => (
                <div key={term} className="mt-2" id={index === 0 ? term : undefined}>
                  <dt className="font-bold">{term}</dt>
                  <dd>{t(`openData.terms.${term}`)}</dd>
                </div>
              ))}
            </dl>
          </div>
        ),
      }))}
    />
  );
}
