import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import type { Language } from '#lib/languages/languages.ts';
import { indexLetters } from '#lib/search/alphabetical.ts';
import { searchDataPath } from '#lib/search/search-data.ts';
import { pageOf, pagesOfIndex, twinOf, type View } from '#lib/site/site.ts';
import { ElementScript } from '../element-script.tsx';
import { IndexList } from '../index/index-list.tsx';
import { callLinks, Links } from '../layout/links.tsx';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'site-search': Record<string, ReactNode>;
    }
  }
}

/** The two thirds of a wide page that hold its text. */
const column = 'lg:ml-auto lg:w-[calc((200%-var(--spacing-column))/3)]';

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
      <search className={`${column} noscript:hidden print:hidden`} aria-label={t('search.results')}>
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

/** The frame of the results, which the script fills, and links for when there are none. */
function SearchResults({ view: { site, page, language } }: { view: View }) {
  const t = useTranslations();
  const elsewhere = [site.directory, site.organisation.page].flatMap((key) =>
    key ? twinOf(pageOf(site, key), language.code) : [],
  );
  return (
    <div className={`${column} pt-8 pb-column group-not-data-state:hidden`} data-results>
      <div className="pt-3">
        <p className="pb-5 empty:hidden" data-remark />
        <ol className="border-ink border-t [&_mark]:bg-transparent [&_mark]:font-bold [&_mark]:text-inherit [&_mark]:[box-shadow:inset_0_-0.5em_var(--color-pane)] [&_p]:max-w-text *:grid *:gap-1.5 *:border-line *:border-b *:py-row empty:hidden [&_p:last-child]:text-sm [&_p:last-child]:text-soft" />
        <div
          className="group-data-[state=busy]:hidden group-data-[state=several]:hidden group-data-[state=single]:hidden"
          data-nothing
        >
          <p>{t('search.nothing')}</p>
          <ul>
            <Links
              className="inline-block py-2.5"
              links={[
                { href: `#${indexAnchor}`, text: t('search.index') },
                ...elsewhere.map(({ path, label }) => ({ href: path, text: label })),
                ...callLinks(site.organisation, t),
              ]}
            />
          </ul>
        </div>
        <OtherLanguages view={{ site, page, language }} />
      </div>
    </div>
  );
}

/** The language of the results, and a link for the same query in each other language. */
function OtherLanguages({ view }: { view: View }) {
  const t = useTranslations();
  return (
    <p
      className="pt-5 text-sm group-data-[state=busy]:hidden group-data-[state=failed]:hidden print:hidden"
      data-other-languages
    >
      <span className="group-data-[state=none]:hidden">{t('search.language')}</span>
      {view.site.languages
        .filter(({ code }) => code !== view.language.code)
        .map((language) => (
          <OtherLanguage key={language.code} view={view} language={language} />
        ))}
    </p>
  );
}

async function OtherLanguage({ view, language: { code, tag, name } }: { view: View; language: Language }) {
  const t = await getTranslations({ locale: code });
  return (
    <>
      {' '}
      <a
        href={twinOf(view.page, code).path}
        lang={tag}
        hrefLang={tag}
        data-words={t('search.elsewhere', { language: name, query: '{query}' })}
      >
        {name}
      </a>
    </>
  );
}

const indexAnchor = 'a-z';

/** The index from A to Z, like the one at the back of a book: pages, units, their other names and their tasks. */
function AlphabeticalIndex({ view: { site, language } }: { view: View }) {
  const t = useTranslations();
  const letters = indexLetters(site, language);
  return (
    <section className="section group-data-[state=several]:hidden group-data-[state=single]:hidden" id={indexAnchor}>
      <h2>{t('search.index')}</h2>
      <div>
        <nav aria-label={t('search.letters')}>
          <ul className="-ml-2.5 flex flex-wrap gap-1 print:hidden">
            <Links
              className="control"
              links={letters.map(({ letter }) => ({ href: `#${anchorOf(letter)}`, text: letter }))}
            />
          </ul>
        </nav>
        <div className="columns-[19rem] gap-x-column pt-6" data-letters>
          {letters.map(({ letter, entries }) => (
            <section key={letter} className="break-inside-avoid pb-6">
              <h3 className="border-ink border-b pb-1" id={anchorOf(letter)}>
                {letter}
              </h3>
              <IndexList entries={entries} />
            </section>
          ))}
        </div>
        {pagesOfIndex(site).length < site.pages.length && <p>{t('morePages')}</p>}
      </div>
    </section>
  );
}

function anchorOf(letter: string): string {
  return `letter-${letter.toLowerCase()}`;
}
