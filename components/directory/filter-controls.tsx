import { useTranslations } from 'next-intl';
import type { ContactKind } from '#lib/records/contact.ts';
import type { View } from '#lib/site/site.ts';
import { NothingFound } from './nothing-found.tsx';

/** The controls of the filter: hidden without script; until the script has loaded, an empty place of the same size. */
export function FilterControls({ view, kinds }: { view: View; kinds: readonly ContactKind[] }) {
  const t = useTranslations();
  return (
    <search
      className="grid grid-cols-1 gap-x-column gap-y-2 pb-6 lg:grid-cols-[minmax(0,4fr)_minmax(0,8fr)] noscript:hidden print:hidden"
      aria-label={t('filter.label')}
    >
      <div>
        <p className="grid gap-1">
          <label htmlFor="filter">{t('filter.field')}</label>
          <input
            className="search-field min-h-12 w-full py-2"
            id="filter"
            type="search"
            name="q"
            maxLength={80}
            autoComplete="off"
            aria-describedby="filter-hint"
          />
          <span id="filter-hint" className="text-sm text-soft">
            {t('filter.hint')}
          </span>
        </p>
        <p className="flex min-h-11 flex-wrap items-center gap-x-7 font-bold">
          <output htmlFor="filter">{t('directory.count', { count: view.site.contacts.length })}</output>
          <button type="button" className="link" data-clear>
            {t('filter.clear')}
          </button>
        </p>
        <NothingFound view={view} hidden />
      </div>
      <div>
        <fieldset className="choices mb-3">
          <legend>{t('filter.kind')}</legend>
          {(['', ...kinds] as const).map((kind) => (
            <label key={kind}>
              <input type="radio" name="kind" value={kind} defaultChecked={kind === ''} />
              <span>{t(kind === '' ? 'filter.all' : `kinds.${kind}.label`)}</span>
            </label>
          ))}
        </fieldset>
      </div>
    </search>
  );
}
