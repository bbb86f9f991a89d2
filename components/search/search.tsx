import { useTranslations } from 'next-intl';
import { searchDataPath } from '#lib/search/search-data.ts';
import { pageOf, twinOf } from '#lib/site/site.ts';
import type { View } from '#lib/site/view.ts';
import { ElementScript } from '../element-script.tsx';
import { AlphabeticalIndex, indexAnchor } from './alphabetical-index.tsx';
import { OtherLanguages } from './other-languages.tsx';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'site-search': Record<string, ReactNode>;
    }
  }
}

/**
 * The search page: a field, what is found, and the index from A to Z. Without script there is only the index; the form, sent all
 * the same, leads back to it.
 */
export function Search({ view }: { view: View }) {
  const t = useTranslations();
  const { site, page, language } = view;
  const blanks = { query: '{query}', typed: '{typed}', count: '{count}' };
  const elsewhere = [site.directory, site.organisation.page].flatMap((key) =>
    key ? twinOf(pageOf(site, key), language.code) : [],
  );
  return (
    <site-search
      src={searchDataPath(language)}
      busy={t('search.busy')}
      failed={t('search.failed')}
      none={t('search.none', blanks)}
      single={t('search.single', blanks)}
      several={t('search.several', blanks)}
      instead={t('search.instead', blanks)}
      unit={t('search.unit')}
      page={t('search.page')}
    >
      <search>
        <form className="search-form" action={twinOf(page, language.code).path}>
          <label htmlFor="query">{t('search.label')}</label>
          <input id="query" name="q" type="search" maxLength={100} autoComplete="off" />
          <button className="button" type="submit">
            {t('search.button')}
          </button>
        </form>
      </search>
      <div className="section results">
        <div>
          <div className="listed" />
          <div className="nothing">
            <p>{t('search.nothing')}</p>
            <ul>
              <li>
                <a href={`#${indexAnchor}`}>{t('search.index')}</a>
              </li>
              {elsewhere.map(({ path, label }) => (
                <li key={path}>
                  <a href={path}>{label}</a>
                </li>
              ))}
            </ul>
          </div>
          <OtherLanguages view={view} />
        </div>
      </div>
      <p className="visually-hidden" role="status" />
      <AlphabeticalIndex view={view} />
      <ElementScript name="site-search" />
    </site-search>
  );
}
