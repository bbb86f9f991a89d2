import { useTranslations } from 'next-intl';
import { phoneNumbersOf } from '#lib/contacts/channels.ts';
import { formatPhone } from '#lib/contacts/phone.ts';
import { pageOf, twinOf, type View } from '#lib/site/site.ts';
import { Links } from '../layout/links.tsx';

/** What to do when no unit matches the filter; the script adds its query to the link to the search page. */
export function NothingFound({ view: { site, language }, hidden = false }: { view: View; hidden?: boolean }) {
  const t = useTranslations();
  const pathOf = (key: string) => twinOf(pageOf(site, key), language.code).path;
  const contact = site.organisation.page;
  const links = [
    ...(site.search ? [{ href: pathOf(site.search), text: t('filter.search'), 'data-to-search': '' }] : []),
    ...(contact ? [{ href: pathOf(contact), text: t('filter.contact') }] : []),
    ...phoneNumbersOf(site.organisation).map((number) => ({
      href: `tel:${number}`,
      text: t('contact.call', { number: formatPhone(number) }),
    })),
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
