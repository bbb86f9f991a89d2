import { useTranslations } from 'next-intl';
import { isReachable } from '#lib/contacts/channels.ts';
import type { Contact } from '#lib/content/site.ts';
import { inLanguage } from '#lib/i18n/languages.ts';
import type { View } from '#lib/site.ts';
import { Address } from '../visit/address.tsx';
import { ContactCard } from './contact-card.tsx';

/** How to reach the unit of a service page: its card, or, when nothing direct is published, the way by post. */
export function ContactAside({ view, contact }: { view: View; contact: Contact }) {
  const t = useTranslations();
  const code = view.language.code;
  const availability = contact.availability?.words;
  return (
    <section className="aside" aria-labelledby="contact">
      <h2 id="contact">{t('contact.title')}</h2>
      {contact.contactFor && <p className="small">{inLanguage(contact.contactFor, code)}</p>}
      {isReachable(contact) ? (
        <ContactCard view={view} contact={contact} />
      ) : (
        <>
          <p>{t('contact.none')}</p>
          <p>{t('contact.byPost')}</p>
          <Address view={view} unit={inLanguage(contact.name, code)} />
        </>
      )}
      {availability && <p className="small">{inLanguage(availability, code)}</p>}
    </section>
  );
}
