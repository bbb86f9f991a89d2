import { useTranslations } from 'next-intl';
import { isReachable } from '#lib/contacts/channels.ts';
import { formatPhone } from '#lib/contacts/phone.ts';
import { inLanguage } from '#lib/languages/languages.ts';
import type { Contact } from '#lib/site/site.ts';
import type { View } from '#lib/site/view.ts';
import { CopyText } from '../copy-text/copy-text.tsx';
import { Email } from './email.tsx';
import { Phone } from './phone.tsx';
import { Website } from './website.tsx';

/** Phone, e-mail and form of a unit, then the person who answers; without any of them, that there are none. */
export function DirectChannels({ view: { language }, contact }: { view: View; contact: Contact }) {
  const t = useTranslations();
  const { phone = [], email, form } = contact.channels ?? {};
  if (!isReachable(contact) && !contact.person && !contact.website) {
    return <p className="small without">{t('contact.none')}</p>;
  }
  return (
    <div className="direct">
      {phone.map(({ number, label }) => (
        <p key={number} className="phone">
          <span>
            <Phone number={number} />{' '}
            {label && <span className="small">{inLanguage(label, language.code)}</span>}
          </span>{' '}
          <CopyText text={formatPhone(number)} />
        </p>
      ))}
      {email && (
        <p className="email">
          <Email address={email} /> <CopyText text={email} />
        </p>
      )}
      {form && (
        <p>
          <a href={inLanguage(form, language.code)}>{t('contact.form')}</a>
        </p>
      )}
      {contact.website && (
        <p>
          {!isReachable(contact) && <>{t('contact.viaWebsite')} </>}
          <Website url={inLanguage(contact.website, language.code)} />
        </p>
      )}
      {contact.person && <p className="small">{t('contact.person', { name: contact.person })}</p>}
    </div>
  );
}
