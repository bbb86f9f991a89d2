import type { View } from '#lib/site/view.ts';
import { Breadcrumb } from '../layout/breadcrumb.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { TranslationNotice } from '../layout/translation-notice.tsx';
import { Updated } from '../layout/updated.tsx';
import { Contents } from './contents.tsx';
import { PageBody } from './page-body.tsx';

/** A page to read: one column, with its contents in the margin. */
export function TextPage({ view }: { view: View }) {
  return (
    <>
      <div className="wrap">
        <Breadcrumb view={view} />
        <PageHeader view={view} />
        <TranslationNotice view={view} />
        <div className="columns">
          <Contents view={view} />
          <div className="prose">
            <PageBody view={view} plain />
          </div>
        </div>
      </div>
      <Updated view={view} />
    </>
  );
}
