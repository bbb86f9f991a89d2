import { useTranslations } from 'next-intl';
import { pageOf, twinOf, type View } from '#lib/site/site.ts';

const linkClass = 'inline-block py-2.5';

/** Ways on when no unit matches the filter, which adds its query to the link to the search page. */
export function NothingFound({ view: { site, language }, hidden = false }: { view: View; hidden?: boolean }) {
  const t = useTranslations();
  const pathOf = (key: string) => twinOf(pageOf(site, key), language.code).path;
  const contact = site.organisation.page;
  return (
    <div hidden={hidden} data-nothing>
      <p>{t('filter.nothing')}</p>
      <ul>
        {site.search && (
          <li>
            <a className={linkClass} href={pathOf(site.search)} data-to-search>
              {t('filter.search')}
            </a>
          </li>
        )}
        {contact && (
          <li>
            <a className={linkClass} href={pathOf(contact)}>
              {t('filter.contact')}
            </a>
          </li>
        )}
      </ul>
    </div>
  );
}
