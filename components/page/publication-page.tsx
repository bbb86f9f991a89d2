import { isPublication } from '#lib/documents/publications.ts';
import type { View } from '#lib/site/site.ts';
import { PublicationFacts } from '../document/publication-facts.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { Updated } from '../layout/updated.tsx';
import { Columns } from './columns.tsx';

/** The page of a report: its year, the day on its cover and its languages, then the summary with the documents. */
export function PublicationPage({ view }: { view: View }) {
  const { page } = view;
  if (!isPublication(page)) throw new Error(`The publication "${page.key}" has no year.`);
  return (
    <>
      <div className="wrap">
        <PageHeader view={view} kicker={<PublicationFacts view={view} publication={page} />} />
        <Columns view={view} />
      </div>
      <Updated view={view} />
    </>
  );
}
