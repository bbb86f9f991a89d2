import { useTranslations } from 'next-intl';
import { dataVersion, openData } from '#lib/open-data/data-paths.ts';
import { Links } from '../layout/links.tsx';

/** Links to the directory as open data: table for Excel, table, JSON, the documentation with all other files, and the conditions for reuse. */
export function OpenData() {
  const t = useTranslations();
  return (
    <>
      <ul>
        <Links
          links={[
            { href: openData.excel, text: t('openData.excel') },
            { href: openData.csv, text: t('openData.csv') },
            { href: openData.json, text: t('openData.json') },
            { href: dataVersion, text: t('openData.documentation') },
          ]}
        />
      </ul>
      <p>{t('openData.reuse')}</p>
    </>
  );
}
