import { useTranslations } from 'next-intl';
import { type Channel, channelsOf, isReachable, phoneNumbersOf } from '#lib/contacts/channels.ts';
import { formatPhone, internationalPhone } from '#lib/contacts/phone.ts';
import { inLanguage, type Language } from '#lib/languages/languages.ts';
import type { Contact, View } from '#lib/site/site.ts';
import { CopyText } from '../copy-text/copy-text.tsx';
import { Availability } from './availability.tsx';
import { Email, MainPhone, Phone, Website } from './channel-links.tsx';

/** The direct channels of a unit, its website and its contact person; without any of them, the general number. */
export function DirectChannels({ view, contact }: { view: View; contact: Contact }) {
  const t = useTranslations();
  const { site, language } = view;
  if (!isReachable(contact) && !contact.person && !contact.website) {
    const { availability } = site.organisation;
    return (
      <div className="direct">
        {phoneNumbersOf(site.organisation).length > 0 && (
          <p>
            {t('contact.byPhone')} <MainPhone contact={site.organisation} />
          </p>
        )}
        {availability && <Availability availability={availability} language={language} />}
      </div>
    );
  }
  return (
    <div className="direct">
      {channelsOf(contact).map((channel) => (
        <DirectChannel key={channel.name} channel={channel} language={language} />
      ))}
      {contact.website && (
        <p>
          {!isReachable(contact) && <>{t('contact.viaWebsite')} </>}
          <Website url={inLanguage(contact.website, language.code)} />
        </p>
      )}
      {contact.person && <p className="text-sm/[1.4]">{t('contact.person', { name: contact.person })}</p>}
    </div>
  );
}

/** A channel with its link. Notes are with the postal address instead. */
function DirectChannel({ channel, language }: { channel: Channel; language: Language }) {
  const t = useTranslations();
  switch (channel.shape) {
    case 'numbers':
      return channel.value.map(({ number, label }) => (
        <p key={number}>
          <span>
            <Phone number={number} />{' '}
            {label && <span className="block text-sm/[1.4]">{inLanguage(label, language.code)}</span>}
          </span>{' '}
          <CopyText text={internationalPhone(number)} name={formatPhone(number)} />
        </p>
      ));
    case 'mailbox':
      return (
        <p>
          <Email address={channel.value} /> <CopyText text={channel.value} />
        </p>
      );
    case 'page':
      return (
        <p>
          <a href={inLanguage(channel.value, language.code)}>{t(`contact.${channel.name}`)}</a>
        </p>
      );
    case 'note':
      return null;
  }
}
