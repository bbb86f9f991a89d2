import type { View } from '#lib/site/site.ts';
import { Breadcrumb } from '../layout/breadcrumb.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { TranslationNotice } from '../layout/translation-notice.tsx';
import { Updated } from '../layout/updated.tsx';
import { PageBody } from './page-body.tsx';

/** A wide page of sections, each with its heading in the margin. */
export function SectionsPage({ view }: { view: View }) {
  return (
    <>
      <div className="wrap">
        <Breadcrumb view={view} />
        <PageHeader view={view} />
        <TranslationNotice view={view} />
      </div>
      <PageBody view={view} />
      <Updated view={view} />
    </>
  );
}
