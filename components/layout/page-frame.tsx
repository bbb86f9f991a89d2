import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { openSearchPath, openSearchType } from '#lib/metadata/opensearch.ts';
import { pageData } from '#lib/metadata/structured-data.ts';
import type { View } from '#lib/site/site.ts';
import { SiteFooter } from './site-footer.tsx';
import { SiteHeader } from './site-header.tsx';
import { StructuredData } from './structured-data.tsx';

/** Skip link, header, a note in the preview, main content, footer, structured data, and the link to the OpenSearch description. */
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
      <a className="fixed -top-36 left-gutter z-9 px-4 py-3 focus-visible:top-3 print:hidden" href="#main">
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
