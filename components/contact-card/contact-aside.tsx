import { useTranslations } from 'next-intl';
import type { Contact, View } from '#lib/site/site.ts';
import { ContactDetails } from './contact-details.tsx';

/** How to reach the unit of a service page. */
export function ContactAside({ view, contact }: { view: View; contact: Contact }) {
  const t = useTranslations();
  return (
    <section className="grid grid-cols-1 content-start gap-4" aria-labelledby="contact" data-search="skip">
      <h2 id="contact">{t('contact.title')}</h2>
      <ContactDetails view={view} contact={contact} />
    </section>
  );
}
