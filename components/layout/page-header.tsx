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
  // The summary is beside a short title, and below a long one.
  const layout = isLow
    ? 'grid items-baseline gap-y-1 pt-1 lg:grid-cols-3 lg:pt-2'
    : 'flex flex-wrap items-baseline justify-between gap-y-3 pt-[clamp(1.25rem,0.75rem+1vw,1.5rem)] pb-6';
  const wide = 'text-lg max-lg:w-full lg:w-[calc((200%-var(--spacing-column))/3)] lg:ml-auto';
  return (
    <>
      <Breadcrumb view={view} />
      <header className={`gap-x-column ${layout}`}>
        <div>
          {kicker && (
            <p className="mb-2 text-soft" data-search="skip">
              {kicker}
            </p>
          )}
          <h1 className={isLow ? 'text-2xl' : ''}>{title}</h1>
        </div>
        <p className={isLow ? 'lg:col-span-2' : wide}>{summary}</p>
      </header>
      <TranslationNotice view={view} />
    </>
  );
}
