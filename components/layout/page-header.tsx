import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { languageOf } from '#lib/languages/languages.ts';
import { trailOf, twinOf, type View } from '#lib/site/site.ts';
import { Callout } from '../text/callout.tsx';

/** Breadcrumb, title and summary of a page, and the notice of a translation; lower on the directory and the contact page. */
export function PageHeader({ view, kicker }: { view: View; kicker?: ReactNode }) {
  const { title, summary, components } = twinOf(view.page, view.language.code);
  const isLow = components.includes('Directory') || components.includes('AccessMap');
  const layout = isLow
    ? 'grid items-baseline gap-x-column gap-y-1 pt-1 lg:grid-cols-3 lg:pt-2'
    : 'flow-2 pt-[clamp(1.25rem,0.75rem+1vw,1.5rem)] pb-5';
  // Above the text: two thirds on the right, and beside a card the left part.
  const lead = `text-lg ${kicker ? 'lg:w-3/4' : 'lg:ml-auto lg:w-[calc((200%-var(--spacing-column))/3)]'}`;
  return (
    <>
      <Breadcrumb view={view} />
      <header className={layout}>
        <div>
          {kicker && (
            <p className="mb-2 text-soft" data-search="skip">
              {kicker}
            </p>
          )}
          <h1 className={isLow ? 'text-[min(1.3rem+1.9vw,3rem)]' : ''}>{title}</h1>
        </div>
        <p className={isLow ? 'lg:col-span-2' : lead}>{summary}</p>
      </header>
      <TranslationNotice view={view} />
    </>
  );
}

/** Links from the home page down to this page. A narrow screen leaves out the page itself: its heading is right below. */
function Breadcrumb({ view: { site, page, language } }: { view: View }) {
  const t = useTranslations();
  return (
    <nav aria-label={t('breadcrumb')}>
      <ol className="flex flex-wrap gap-x-2 pt-1 text-sm/[1.6] print:hidden" data-breadcrumb>
        {trailOf(site, page).map((each) => {
          const { path, label } = twinOf(each, language.code);
          return (
            <li key={each.key} className="flex gap-2 not-first:slash max-md:last:hidden">
              {each.key === page.key ? (
                <span className="py-1" aria-current="page">
                  {label}
                </span>
              ) : (
                <a href={path}>{label}</a>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

/** Notice on a translation that awaits review, with a link to the original; nothing on every other page. */
export function TranslationNotice({ view: { page, language, site } }: { view: View }) {
  const t = useTranslations();
  const { translatedFrom } = twinOf(page, language.code);
  if (translatedFrom === null) return null;
  const original = languageOf(translatedFrom, site.languages);
  return (
    <Callout title={t('translation.title')} className="mt-2 mb-7">
      <p>
        {t.rich('translation.text', {
          original: (name) => (
            <a href={twinOf(page, original.code).path} hrefLang={original.tag}>
              {name} (<span lang={original.tag}>{original.name}</span>)
            </a>
          ),
        })}
      </p>
    </Callout>
  );
}
