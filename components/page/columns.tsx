import type { ReactNode } from 'react';
import type { View } from '#lib/site/site.ts';
import { Contents } from './contents.tsx';
import { PageBody } from './page-body.tsx';

/** The text, two thirds of a wide page, beside its contents or what accompanies it; below each other on a narrow one. */
export function Columns({ view, aside }: { view: View; aside?: ReactNode }) {
  return (
    <div
      className={`grid grid-cols-1 items-start gap-column border-t pt-5 pb-section lg:grid-cols-3 ${aside ? 'print:grid-cols-[1fr_85mm]' : ''}`}
    >
      {!aside && <Contents view={view} />}
      <div className={`prose lg:col-span-2 ${aside ? '' : 'lg:col-start-2'}`}>
        <PageBody view={view} plain />
      </div>
      {aside}
    </div>
  );
}
