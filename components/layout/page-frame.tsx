import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { openSearchPath, openSearchType } from '#lib/metadata/opensearch.ts';
import { pageData } from '#lib/metadata/structured-data.ts';
import type { View } from '#lib/site/view.ts';
import { SiteFooter } from './site-footer.tsx';
import { SiteHeader } from './site-header.tsx';
import { StructuredData } from './structured-data.tsx';

/** Skip link, header, main content, footer, and the same for machines; in the head, where the site's search is described. `note` comes before the page. */
export function PageFrame({ view, note, children }: { view: View; note?: ReactNode; children: ReactNode }) {
  const t = useTranslations();
  return (
    <>
      {view.site.search !== null && (
        <link
          rel="search"
          type={openSearchType}
          title={t('search.shortName')}
          href={openSearchPath(view.language)}
        />
      )}
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <SiteHeader view={view} />
      <main id="main" tabIndex={-1}>
        {note}
        {children}
      </main>
      <SiteFooter view={view} />
      <StructuredData data={pageData(view)} />
    </>
  );
}
