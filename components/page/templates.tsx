import type { ComponentType } from 'react';
import { isPublication } from '#lib/documents/documents.ts';
import type { Page, View } from '#lib/site/site.ts';
import { PublicationFacts } from '../document/publications.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { Updated } from '../layout/updated.tsx';
import { Columns } from './columns.tsx';
import { HomePage } from './home-page.tsx';
import { NewsPage } from './news-page.tsx';
import { PageBody } from './page-body.tsx';
import { ServicePage } from './service-page.tsx';

/** The component of each template that front matter can name. */
export const templates: Record<Page['template'], ComponentType<{ view: View }>> = {
  home: HomePage,
  publication: TextPage,
  sections: SectionsPage,
  service: ServicePage,
  news: NewsPage,
  text: TextPage,
};

/** A page to read: one column of text, with the contents in the margin. A report has its year, day and languages above its title. */
function TextPage({ view }: { view: View }) {
  const { page } = view;
  const facts = isPublication(page) && <PublicationFacts view={view} publication={page} />;
  return (
    <>
      <div className="wrap">
        <PageHeader view={view} kicker={facts} />
        <Columns view={view} />
      </div>
      <Updated view={view} />
    </>
  );
}

/** A wide page of sections, each with its heading in the margin. */
function SectionsPage({ view }: { view: View }) {
  return (
    <>
      <div className="wrap">
        <PageHeader view={view} />
      </div>
      <PageBody view={view} />
      <Updated view={view} />
    </>
  );
}
