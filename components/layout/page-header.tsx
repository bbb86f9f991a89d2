import { twinOf, type View } from '#lib/site/site.ts';
import { Breadcrumb } from './breadcrumb.tsx';
import { TranslationNotice } from './translation-notice.tsx';

/**
 * Breadcrumb, title and summary of a page, and the notice of a translation. On the directory there is no space below the summary:
 * the filter follows.
 */
export function PageHeader({ view, kicker }: { view: View; kicker?: string }) {
  const { title, summary, components } = twinOf(view.page, view.language.code);
  const space = components.includes('Directory') ? 'pb-0' : 'pb-column';
  return (
    <>
      <Breadcrumb view={view} />
      <header
        className={`grid items-baseline-last gap-x-column gap-y-5 pt-[clamp(1.5rem,1rem+3vw,3.5rem)] lg:grid-cols-2 ${space}`}
      >
        <div>
          {kicker && (
            <p className="mb-2 text-soft" data-search="skip">
              {kicker}
            </p>
          )}
          <h1>{title}</h1>
        </div>
        <p className="text-lg">{summary}</p>
      </header>
      <TranslationNotice view={view} />
    </>
  );
}
