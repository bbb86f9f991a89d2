import { twinOf } from '#lib/site/site.ts';
import type { View } from '#lib/site/view.ts';

/** Title and summary of a page. */
export function PageHeader({ view, kicker }: { view: View; kicker?: string }) {
  const { title, summary } = twinOf(view.page, view.language.code);
  return (
    <header className="grid items-baseline-last gap-x-column gap-y-5 pt-[clamp(1.5rem,1rem+3vw,3.5rem)] pb-column lg:grid-cols-2">
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
  );
}
