import { useTranslations } from 'next-intl';
import { pageOf, twinOf } from '#lib/site/site.ts';
import type { View } from '#lib/site/view.ts';

/** The field in the header that leads to the search page: a plain form. The search page has a field of its own. */
export function SearchBox({ view: { site, page, language } }: { view: View }) {
  const t = useTranslations();
  if (site.search === null || site.search === page.key) return null;
  return (
    <search className="search-box">
      <form action={twinOf(pageOf(site, site.search), language.code).path}>
        <input name="q" type="search" aria-label={t('search.label')} />
        <button className="control" type="submit">
          {t('search.button')}
        </button>
      </form>
    </search>
  );
}
