import { useTranslations } from 'next-intl';
import { pageOf, twinOf } from '#lib/site/site.ts';
import type { View } from '#lib/site/view.ts';

/** Where to go when no unit answers. The filter adds the question to the link to the search page. */
export function NothingFound({ view: { site, language }, hidden = false }: { view: View; hidden?: boolean }) {
  const t = useTranslations();
  const pathOf = (key: string) => twinOf(pageOf(site, key), language.code).path;
  const contact = site.organisation.page;
  return (
    <div className="nothing" hidden={hidden}>
      <p>{t('filter.nothing')}</p>
      <ul>
        {site.search && (
          <li>
            <a className="search" href={pathOf(site.search)}>
              {t('filter.search')}
            </a>
          </li>
        )}
        {contact && (
          <li>
            <a href={pathOf(contact)}>{t('filter.contact')}</a>
          </li>
        )}
      </ul>
    </div>
  );
}
