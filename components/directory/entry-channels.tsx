import { useTranslations } from 'next-intl';
import { addressLines } from '#lib/contacts/address.ts';
import { isReachable } from '#lib/contacts/channels.ts';
import { inLanguage } from '#lib/languages/languages.ts';
import type { Contact, View } from '#lib/site/site.ts';
import { Email, MainPhone, Phone, Website } from '../contact-card/channel-links.tsx';

/** How to reach a unit: its direct channels, or else its own site, or else its address, or else the general number. */
export function EntryChannels({ view, contact }: { view: View; contact: Contact }) {
  const t = useTranslations();
  const { site, language } = view;
  const { website, address, channels, person } = contact;
  if (!isReachable(contact))
    return (
      <p>
        {website ? (
          <Website url={inLanguage(website, language.code)} />
        ) : address ? (
          addressLines(address, language).join(', ')
        ) : (
          <>
            {t('contact.byPhone')} <MainPhone contact={site.organisation} />
          </>
        )}
      </p>
    );
  const { phone = [], email, form } = channels ?? {};
  return (
    <>
      {phone.length > 0 && (
        <p className="phone">
          {phone.map(({ number }) => (
            <Phone key={number} number={number} />
          ))}
        </p>
      )}
      {email ? (
        <p>
          <Email address={email} />
        </p>
      ) : (
        form && (
          <p>
            <a href={inLanguage(form, language.code)}>{t('contact.form')}</a>
          </p>
        )
      )}
      {person && <p>{t('contact.person', { name: person })}</p>}
    </>
  );
}
