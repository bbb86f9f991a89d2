import type { ReactNode } from 'react';
import { twinOf, type View } from '#lib/site/site.ts';
import { Breadcrumb } from './breadcrumb.tsx';
import { TranslationNotice } from './translation-notice.tsx';

/**
 * Breadcrumb, title and summary of a page, and the notice of a translation; with less height on the directory and the contact page, so
 * that their first numbers and map are in the first screen.
 */
export function PageHeader({ view, kicker }: { view: View; kicker?: ReactNode }) {
  const { title, summary, components } = twinOf(view.page, view.language.code);
  const isLow = components.includes('Directory') || components.includes('AccessMap');
  const space = isLow ? 'items-baseline gap-y-1 pt-1' : 'gap-y-3 pt-[clamp(1.25rem,0.75rem+1.6vw,2rem)] pb-7';
  return (
    <>
      <Breadcrumb view={view} />
      <header className={`grid gap-x-column lg:grid-cols-3 ${space}`}>
        <div className={isLow ? '' : 'lg:col-span-full'}>
          {kicker && (
            <p className="mb-2 text-soft" data-search="skip">
              {kicker}
            </p>
          )}
          <h1 className={isLow ? 'text-2xl' : ''}>{title}</h1>
        </div>
        <p className={`lg:col-span-2 ${isLow ? '' : 'text-lg lg:col-start-2'}`}>{summary}</p>
      </header>
      <TranslationNotice view={view} />
    </>
  );
}
