import { useTranslations } from 'next-intl';
import type { ContactKind } from '#lib/records/contact.ts';
import type { View } from '#lib/site/view.ts';
import { NothingFound } from './nothing-found.tsx';

/** The controls of the filter. Without script nobody sees them; their place is kept until the script is there. */
export function FilterControls({ view, kinds }: { view: View; kinds: readonly ContactKind[] }) {
  const t = useTranslations();
  return (
    <search className="filter-controls" aria-label={t('filter.label')}>
      <div>
        <p className="field">
          <label htmlFor="filter">{t('filter.field')}</label>
          <input
            className="search-field"
            id="filter"
            type="search"
            name="q"
            maxLength={80}
            autoComplete="off"
            aria-describedby="filter-hint"
          />
          <span id="filter-hint" className="small text-soft">
            {t('filter.hint')}
          </span>
        </p>
        <p className="outcome">
          <output htmlFor="filter">{t('directory.count', { count: view.site.contacts.length })}</output>
          <button type="button" className="clear link">
            {t('filter.clear')}
          </button>
        </p>
        <NothingFound view={view} hidden />
      </div>
      <div>
        <fieldset className="tabs">
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
