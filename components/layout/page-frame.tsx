import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { atomType, type FeedKind, feedPath, hasFeed } from '#lib/metadata/feeds.ts';
import { openSearchPath, openSearchType } from '#lib/metadata/opensearch.ts';
import { pageData } from '#lib/metadata/structured-data.ts';
import { noticesOn } from '#lib/site/notices.ts';
import { homeKey, pageOf, twinOf, type View } from '#lib/site/site.ts';
import { Notices } from '../notices/notices.tsx';
import { PreviewTags } from './preview-tags.tsx';
import { SiteFooter } from './site-footer.tsx';
import { SiteHeader } from './site-header.tsx';
import { StructuredData } from './structured-data.tsx';

/** Everything around the main content of a page: notices, header, footer, structured data, and the links for programs. */
export function PageFrame({ view, note, children }: { view: View; note?: ReactNode; children: ReactNode }) {
  const t = useTranslations();
  const { site, page, language } = view;
  const { path, title, summary, image } = twinOf(page, language.code);
  const siteName = t('organisation.name');
  const notices = noticesOn(site, page.key);
  const others = site.languages.filter(({ code }) => code !== language.code);
  return (
    <>
      <PreviewTags
        origin={site.origin}
        path={path}
        title={page.key === homeKey ? siteName : title}
        description={summary}
        siteName={siteName}
        alt={image?.alt ?? `${title} – ${siteName}`}
        isPhoto={image !== null}
        languages={[language, ...others]}
      />
      {site.search !== null && (
        <link rel="search" type={openSearchType} title={t('search.shortName')} href={openSearchPath(language)} />
      )}
      <FeedLinks view={view} />
      <a className="fixed -top-36 left-gutter z-9 px-4 py-3 focus-visible:top-3 print:hidden" href="#main">
        {t('skip')}
      </a>
      {notices.length > 0 ? (
        <div>
          <Notices site={site} language={language} notices={notices} />
          <SiteHeader view={view} />
        </div>
      ) : (
        <SiteHeader view={view} />
      )}
      <main id="main" tabIndex={-1}>
        {note}
        {children}
      </main>
      <SiteFooter view={view} />
      <StructuredData data={pageData(view)} />
    </>
  );
}

/** The feeds of news and of changes, on the pages whose readers may want them; nothing while a feed would be empty. */
function FeedLinks({ view: { site, page, language } }: { view: View }) {
  const t = useTranslations();
  const isFront = page.key === homeKey || page.key === site.news;
  const hasNews = (isFront || page.day !== null) && hasFeed(site, 'news');
  const hasChanges = (isFront || twinOf(page, language.code).changes.length > 0) && hasFeed(site, 'changes');
  const link = (kind: FeedKind, title: string) => (
    <link rel="alternate" type={atomType} title={title} href={feedPath(kind, language)} />
  );
  return (
    <>
      {hasNews && link('news', twinOf(pageOf(site, site.news ?? ''), language.code).label)}
      {hasChanges && link('changes', t('changes.feed'))}
    </>
  );
}
