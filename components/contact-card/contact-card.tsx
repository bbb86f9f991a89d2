import { useTranslations } from 'next-intl';
import type { Contact } from '#lib/content/site.ts';
import { inLanguage } from '#lib/i18n/languages.ts';
import type { View } from '#lib/site.ts';
import { CopyText } from '../copy-text/copy-text.tsx';
import { Email } from './email.tsx';
import { Phone } from './phone.tsx';

/**
 * The visiting card of a unit.
 * @param level of the heading that names the card, so that it fits the page
 */
export function ContactCard({ view, contact, level = 3 }: { view: View; contact: Contact; level?: 2 | 3 }) {
  const t = useTranslations();
  const { site, language } = view;
  const say = (value: Readonly<Record<string, string>>) => inLanguage(value, language.code);
  const Heading = `h${level}` as const;
  const address = site.organisation.address;
  const { email, phone: [phone] = [] } = contact.channels ?? {};
  return (
    <div className="card" translate="no">
      <span className="house-number" aria-hidden="true">
        16
      </span>
      <Heading className="serif">{contact.person ?? say(contact.name)}</Heading>
      <p className="small">
        {contact.person && (
          <>
            {say(contact.name)}
            <br />
          </>
        )}
        {t('organisation.name')}
      </p>
      {phone && (
        <p className="phone">
          <Phone number={phone.number} />
        </p>
      )}
      {email && (
        <p className="email">
          <Email address={email} /> <CopyText text={email} />
        </p>
      )}
      {!phone && !email && <p className="small without">{t('contact.none')}</p>}
      {address && (
        <address className="small tw:text-soft">
          {say(address.street)}, {address.postcode} {say(address.city)}
        </address>
      )}
    </div>
  );
}
