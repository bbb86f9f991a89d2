import { useTranslations } from 'next-intl';
import { searchDataPath } from '#lib/search/search-data.ts';
import { twinOf, type View } from '#lib/site/site.ts';
import { ElementScript } from '../element-script.tsx';
import { AlphabeticalIndex } from './alphabetical-index.tsx';
import { SearchResults } from './search-results.tsx';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'site-search': Record<string, ReactNode>;
    }
  }
}

/** The search page: a field, results, and the index from A to Z, alone without script. `data-state` determines which parts are shown. */
export function Search({ view }: { view: View }) {
  const t = useTranslations();
  const { page, language } = view;
  const blanks = { query: '{query}', typed: '{typed}', count: '{count}' };
  return (
    <site-search
      className="group"
      src={searchDataPath(language)}
      busy={t('search.busy')}
      failed={t('search.failed')}
      none={t('search.none', blanks)}
      single={t('search.single', blanks)}
      several={t('search.several', blanks)}
      instead={t('search.instead', blanks)}
      insist={t('search.insist', blanks)}
      unit={t('search.unit')}
      page={t('search.page')}
    >
      <search className="noscript:hidden print:hidden" aria-label={t('search.results')}>
        <form
          className="grid max-w-text grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-1.5 max-xs:grid-cols-1"
          action={twinOf(page, language.code).path}
        >
          <label className="col-span-full font-bold" htmlFor="query">
            {t('search.label')}
          </label>
          <input
            className="search-field min-h-12"
            id="query"
            name="q"
            type="search"
            maxLength={100}
            autoComplete="off"
          />
          <button className="button max-xs:justify-center" type="submit">
            {t('search.button')}
          </button>
        </form>
      </search>
      <SearchResults view={view} />
      <p className="sr-only" role="status" />
      <AlphabeticalIndex view={view} />
      <ElementScript name="site-search" />
    </site-search>
  );
}
