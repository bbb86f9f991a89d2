import type { View } from '#lib/site/site.ts';
import { Breadcrumb } from '../layout/breadcrumb.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { TranslationNotice } from '../layout/translation-notice.tsx';
import { Updated } from '../layout/updated.tsx';
import { Columns } from './columns.tsx';

/** A page to read: one column of text, with the contents in the margin. */
export function TextPage({ view }: { view: View }) {
  return (
    <>
      <div className="wrap">
        <Breadcrumb view={view} />
        <PageHeader view={view} />
        <TranslationNotice view={view} />
        <Columns view={view} />
      </div>
      <Updated view={view} />
    </>
  );
}
