import { useTranslations } from 'next-intl';
import { addressLines } from '#lib/contacts/address.ts';
import { isReachable } from '#lib/contacts/channels.ts';
import { inLanguage } from '#lib/languages/languages.ts';
import type { Contact, View } from '#lib/site/site.ts';
import { Email, Phone, Website } from '../contact-card/channel-links.tsx';

/** How to reach a unit: its direct channels, or else its own site, or else its address, or else that none is published. */
export function EntryChannels({ view, contact }: { view: View; contact: Contact }) {
  const t = useTranslations();
  const { language } = view;
  const { website, address } = contact;
  if (isReachable(contact)) return <DirectCells view={view} contact={contact} />;
  return (
    <p className="without">
      {website ? (
        <Website url={inLanguage(website, language.code)} />
      ) : address ? (
        addressLines(address, language).join(', ')
      ) : (
        <span className="text-soft">{t('contact.none')}</span>
      )}
    </p>
  );
}

/** Phone with the person who answers it, then e-mail or form. */
function DirectCells({
  view: { language },
  contact: { channels, person },
}: {
  view: View;
  contact: Contact;
}) {
  const t = useTranslations();
  const { phone = [], email, form } = channels ?? {};
  return (
    <>
      <p className="phone">
        {phone.map(({ number }) => (
          <Phone key={number} number={number} />
        ))}{' '}
        {person && <span>{person}</span>}
      </p>
      <p className={email || form ? 'mail' : 'mail absent'}>
        {email ? (
          <Email address={email} />
        ) : form ? (
          <a href={inLanguage(form, language.code)}>{t('contact.form')}</a>
        ) : (
          <>
            <span className="text-soft" aria-hidden="true">
              –
            </span>
            <span className="sr-only">
              {t('directory.email')} {t('contact.notPublished')}
            </span>
          </>
        )}
      </p>
    </>
  );
}
