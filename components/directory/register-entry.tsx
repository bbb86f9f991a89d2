import { useTranslations } from 'next-intl';
import { isReachable } from '#lib/contacts/channels.ts';
import type { Contact } from '#lib/content/site.ts';
import { inLanguage } from '#lib/i18n/languages.ts';
import type { View } from '#lib/site.ts';
import { Email } from '../contact-card/email.tsx';
import { Phone } from '../contact-card/phone.tsx';
import { UnitLink } from './unit-link.tsx';

/** One line of the register: name, what for, phone with the person who answers, e-mail. What is missing is said. */
export function RegisterEntry({
  view,
  contact,
  className,
}: {
  view: View;
  contact: Contact;
  className?: string;
}) {
  const t = useTranslations();
  const { email, phone: [phone] = [] } = contact.channels ?? {};
  const reachable = isReachable(contact);
  return (
    <li id={contact.id} className={className}>
      <h3>
        <UnitLink view={view} contact={contact} />
      </h3>
      <p className="cell small">{inLanguage(contact.purpose, view.language.code)}</p>
      {!reachable && <p className="cell small tw:text-soft without">{t('contact.none')}</p>}
      {phone && (
        <p className="phone">
          <Phone number={phone.number} /> {contact.person && <span className="small">{contact.person}</span>}
        </p>
      )}
      {reachable && (
        <p className={email ? 'cell small mail' : 'cell small mail absent'}>
          {email ? (
            <Email address={email} />
          ) : (
            <>
              <span className="tw:text-soft" aria-hidden="true">
                –
              </span>
              <span className="visually-hidden">{t('contact.notPublished')}</span>
            </>
          )}
        </p>
      )}
    </li>
  );
}
