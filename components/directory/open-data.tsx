import { useTranslations } from 'next-intl';
import { openData } from '#lib/open-data/data-paths.ts';
import { Links } from '../layout/links.tsx';

/** Links to the directory as open data: table for Excel, table, JSON and its schema, and the conditions for reuse. */
export function OpenData() {
  const t = useTranslations();
  return (
    <>
      <ul>
        <Links
          links={[
            { href: openData.excel, type: 'text/csv', text: t('openData.excel') },
            { href: openData.csv, type: 'text/csv', text: t('openData.csv') },
            { href: openData.json, type: 'application/json', text: t('openData.json') },
            { href: openData.schema, type: 'application/json', text: t('openData.schema') },
          ]}
        />
      </ul>
      <p>{t('openData.reuse')}</p>
    </>
  );
}
