import { useTranslations } from 'next-intl';
import { homeKey, pageOf, pathOf, trailOf, twinOf, type View } from '#lib/site/site.ts';
import { type LinkEntry, Links } from './links.tsx';

/** The site of the federal government, wordmark, language switch and menu. */
export function SiteHeader({ view }: { view: View }) {
  const t = useTranslations();
  const { site, language, page } = view;
  const current = trailOf(site, page).map(({ key }) => key);
  return (
    <header className="tricolour border-b">
      <Official className="wrap flex min-h-11 items-center text-inherit lg:hidden print:hidden" view={view} />
      <div className="wrap flex flex-wrap items-center gap-1 md:grid md:grid-cols-[minmax(min-content,1fr)_auto_14rem] md:gap-x-4 xl:grid-cols-[minmax(max-content,1fr)_auto_19rem] lg:pt-3">
        <a
          className="flex-1 pb-2 text-base/[1.15] text-inherit no-underline hyphens-none md:py-0 xl:row-span-2 xl:self-end xl:pb-4"
          href={pathOf(site, homeKey, language.code)}
        >
          <small className="block text-[0.875rem]/[1.3] xl:text-[1.0625rem]">{t('organisation.type')}</small>{' '}
          <span className="heading block max-w-[10.5em] text-[1.3125rem]/[1.06] md:max-w-none xl:text-[1.75rem]">
            {t('organisation.name')}
          </span>
        </a>
        <div
          className={`md:col-start-2 md:flex md:gap-2 md:justify-self-end print:hidden ${site.search === null ? 'md:col-span-2 md:-mr-2.5' : ''}`}
        >
          <Official className="control max-lg:hidden" view={view} />
          <LanguageSwitch view={view} />
        </div>
        <Menu view={view} trail={current} />
      </div>
    </header>
  );
}

/** A link to the federal portal, saying that this is a federal site: a strip above the header, and on a wide screen a part of it. */
function Official({ view: { language }, className }: { view: View; className: string }) {
  const t = useTranslations();
  return (
    <a className={`text-[0.8125rem] ${className}`} href={`https://www.belgium.be/${language.code}`}>
      {t.rich('organisation.official', { link: (words) => words })}
    </a>
  );
}

/** Links to this page in the other languages. A narrow screen shows the code, and the name has both: “FR Français”. */
function LanguageSwitch({ view: { site, page, language } }: { view: View }) {
  return site.languages
    .filter(({ code }) => code !== language.code)
    .map(({ code, tag, name }) => (
      <a key={code} className="control" href={twinOf(page, code).path} lang={tag} hrefLang={tag}>
        <span className="md:hidden">{code.toUpperCase()}</span> <span className="max-md:sr-only">{name}</span>
      </a>
    ));
}

/** Search box and main navigation: a popover on a narrow screen; on a wide one, or without support, part of the header. */
function Menu({ view, trail }: { view: View; trail: readonly string[] }) {
  const t = useTranslations();
  const { site, page, language } = view;
  const section = trail.findLast((key) => site.navigation.header.includes(key));
  const linkTo = (key: string): LinkEntry => {
    const { path, label } = twinOf(pageOf(site, key), language.code);
    const current = key === page.key ? 'page' : key === section && 'true';
    return { href: path, text: label, ...(current && { 'aria-current': current }) };
  };
  return (
    <>
      <button className="control border-[1.5px] md:hidden print:hidden" type="button" popoverTarget="menu">
        {t('menu.open')}
      </button>
      {/* biome-ignore lint/a11y/useSemanticElements: it groups no fields */}
      <div className="menu" id="menu" popover="auto" role="group" aria-label={t('menu.open')}>
        <button
          className="control mb-3 ml-auto flex border-[1.5px] md:hidden md:in-[:popover-open]:flex"
          type="button"
          popoverTarget="menu"
          popoverTargetAction="hide"
        >
          {t('menu.close')}
        </button>
        <SearchBox view={view} />
        <nav aria-label={t('menu.main')}>
          <ul>
            <Links links={site.navigation.header.map(linkTo)} />
          </ul>
        </nav>
      </div>
    </>
  );
}

/** The search field of the header: a plain form that leads to the search page. */
function SearchBox({ view: { site, language } }: { view: View }) {
  const t = useTranslations();
  if (site.search === null) return null;
  return (
    <search className="max-md:pb-4 md:col-start-3 md:row-start-1">
      <form className="flex noscript:justify-end" action={pathOf(site, site.search, language.code)}>
        <input className="search-field flex-1 noscript:hidden" name="q" type="search" aria-label={t('search.label')} />
        <button className="control -ml-[1.5px] border-[1.5px]" type="submit">
          {t('search.button')}
        </button>
      </form>
    </search>
  );
}
