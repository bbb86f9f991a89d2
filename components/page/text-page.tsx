import type { View } from '#lib/site/site.ts';
import { PageHeader } from '../layout/page-header.tsx';
import { Updated } from '../layout/updated.tsx';
import { Columns } from './columns.tsx';

/** A page to read: one column of text, with the contents in the margin. */
export function TextPage({ view }: { view: View }) {
  return (
    <>
      <div className="wrap">
        <PageHeader view={view} />
        <Columns view={view} />
      </div>
      <Updated view={view} />
    </>
  );
}
