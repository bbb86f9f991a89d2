import { useTranslations } from 'next-intl';
import { openData } from '#lib/open-data/data-paths.ts';

/** The directory as data for others: table, JSON and its description, and what is known of the conditions for reuse. */
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
