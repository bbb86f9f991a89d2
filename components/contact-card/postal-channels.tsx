import { useTranslations } from 'next-intl';
import { letterLines } from '#lib/contacts/address.ts';
import { channelsOf, isReachable } from '#lib/contacts/channels.ts';
import { inLanguage } from '#lib/languages/languages.ts';
import type { Contact, View } from '#lib/site/site.ts';
import { Address } from '../visit/address.tsx';

/** The postal address of a unit, or of the nearest above, and notes; without any channel, that of the organisation. */
export function PostalChannels({ view, contact }: { view: View; contact: Contact }) {
  const t = useTranslations();
  const { site, language } = view;
  const own = letterLines(site, contact, language);
  const hasOtherWay = isReachable(contact) || contact.website !== undefined;
  if (!own && hasOtherWay) return null;
  return (
    <div className="postal">
      {!hasOtherWay && contact !== site.organisation && <p>{t('contact.byPost')}</p>}
      <Address view={view} contact={own ? contact : site.organisation} />
      {channelsOf(contact).map(
        ({ name, shape, value }) => shape === 'note' && <p key={name}>{inLanguage(value, language.code)}</p>,
      )}
    </div>
  );
}
