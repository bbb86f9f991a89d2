import type { View } from '#lib/site/site.ts';
import { PageHeader } from '../layout/page-header.tsx';
import { Updated } from '../layout/updated.tsx';
import { PageBody } from './page-body.tsx';

/** A wide page of sections, each with its heading in the margin. */
export function SectionsPage({ view }: { view: View }) {
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
