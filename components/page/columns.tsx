import type { ReactNode } from 'react';
import type { View } from '#lib/site/site.ts';
import { Contents } from './contents.tsx';
import { PageBody } from './page-body.tsx';

/** Contents, text and what accompanies the text: below each other, on a wide screen side by side. */
export function Columns({ view, aside }: { view: View; aside?: ReactNode }) {
  const columns = aside
    ? 'lg:has-[>nav]:grid-cols-[minmax(0,3fr)_minmax(0,6fr)_minmax(0,4fr)] print:grid-cols-[1fr_85mm]'
    : 'lg:has-[>nav]:grid-cols-[minmax(0,3fr)_minmax(0,9fr)]';
  return (
    <div
      className={`grid grid-cols-1 items-start gap-column border-t pt-4 pb-section lg:grid-cols-[minmax(0,9fr)_minmax(0,4fr)] ${columns}`}
    >
      <Contents view={view} />
      <div className="prose">
        <PageBody view={view} plain />
      </div>
      {aside}
    </div>
  );
}
