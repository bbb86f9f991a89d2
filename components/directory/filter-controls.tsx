import { useTranslations } from 'next-intl';
import type { ContactKind } from '#lib/records/contact.ts';
import { pageOf, twinOf, type View } from '#lib/site/site.ts';
import { callLinks, Links } from '../layout/links.tsx';

/** The controls of the filter: hidden without script; until the script has loaded, an empty place of the same size. */
export function FilterControls({ view, kinds }: { view: View; kinds: readonly ContactKind[] }) {
  const t = useTranslations();
  return (
    <search
      className="grid grid-cols-1 gap-x-column gap-y-1 md:pb-4 lg:grid-cols-3 lg:pb-6 lg:items-end noscript:hidden print:hidden"
      aria-label={t('filter.label')}
    >
      <div className="grid grid-cols-[1fr_auto] gap-x-2 gap-y-1">
        <label className="text-sm/[1.6] font-bold" htmlFor="filter">
          {t('filter.field')}
        </label>
        <output className="text-sm/[1.6] font-bold" htmlFor="filter">
          {t('directory.count', { count: view.site.contacts.length })}
        </output>
        <input
          className="search-field col-span-full min-h-12 w-full py-2"
          id="filter"
          type="search"
          name="q"
          maxLength={80}
          autoComplete="off"
        />
      </div>
      <div className="relative flex items-center gap-x-5 lg:col-span-2 lg:justify-between">
        <fieldset className="choices">
          <legend className="sr-only">{t('filter.kind')}</legend>
          {(['', ...kinds] as const).map((kind) => (
            <label key={kind}>
              <input type="radio" name="kind" value={kind} defaultChecked={kind === ''} />
              <span>{t(kind === '' ? 'filter.all' : `kinds.${kind}.label`)}</span>
            </label>
          ))}
        </fieldset>
        <button
          type="button"
          className="link shrink-0 text-sm max-lg:absolute max-lg:right-0 max-lg:bottom-0"
          data-clear
        >
          {t('filter.clear')}
        </button>
      </div>
      <div className="lg:col-span-full">
        <NothingFound view={view} hidden />
      </div>
    </search>
  );
}

/** What to do when no unit matches the filter; the script adds its query to the link to the search page. */
export function NothingFound({ view: { site, language }, hidden = false }: { view: View; hidden?: boolean }) {
  const t = useTranslations();
  const pathOf = (key: string) => twinOf(pageOf(site, key), language.code).path;
  const contact = site.organisation.page;
  const links = [
    ...(site.search ? [{ href: pathOf(site.search), text: t('filter.search'), 'data-to-search': '' }] : []),
    ...(contact ? [{ href: pathOf(contact), text: t('filter.contact') }] : []),
    ...callLinks(site.organisation, t),
  ];
  return (
    <div hidden={hidden} data-nothing>
      <p>{t('filter.nothing')}</p>
      <ul>
        <Links className="inline-block py-2.5" links={links} />
      </ul>
    </div>
  );
}
