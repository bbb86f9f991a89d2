import { useTranslations } from 'next-intl';
import { openData } from '#lib/open-data/data-paths.ts';

/** Links to the directory as open data: table, JSON and its schema, and the conditions for reuse. */
export function OpenData() {
  const t = useTranslations();
  return (
    <>
      <ul>
        <li>
          <a href={openData.csv} type="text/csv">
            {t('openData.csv')}
          </a>
        </li>
        <li>
          <a href={openData.json} type="application/json">
            {t('openData.json')}
          </a>
        </li>
        <li>
          <a href={openData.schema} type="application/json">
            {t('openData.schema')}
          </a>
        </li>
      </ul>
      <p>{t('openData.reuse')}</p>
    </>
  );
}
