import { useTranslations } from 'next-intl';
import { pageOf, twinOf, type View } from '#lib/site/site.ts';

/** The search field of the header: a plain form that leads to the search page. */
export function SearchBox({ view: { site, language } }: { view: View }) {
  const t = useTranslations();
  if (site.search === null) return null;
  return (
    <search className="max-md:pb-4 md:col-start-3 md:row-start-1">
      <form className="flex noscript:justify-end" action={twinOf(pageOf(site, site.search), language.code).path}>
        <input className="search-field flex-1 noscript:hidden" name="q" type="search" aria-label={t('search.label')} />
        <button className="control -ml-[1.5px] border-[1.5px]" type="submit">
          {t('search.button')}
        </button>
      </form>
    </search>
  );
}
