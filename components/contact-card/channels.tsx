import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import { letterLines } from '#lib/contacts/address.ts';
import { type Channel, channelsOf, isReachable, phoneNumbersOf } from '#lib/contacts/channels.ts';
import { hoursInWords } from '#lib/contacts/hours.ts';
import { formatPhone, internationalPhone } from '#lib/contacts/phone.ts';
import { inLanguage, type Language } from '#lib/languages/languages.ts';
import { vcardPath } from '#lib/open-data/data-paths.ts';
import type { Availability as Hours } from '#lib/records/availability.ts';
import type { Contact, View } from '#lib/site/site.ts';
import { CopyText } from '../copy-text/copy-text.tsx';
import { Address } from '../visit/visit.tsx';

/** A unit on a page: what most components of this folder receive. */
export interface UnitProperties {
  view: View;
  contact: Contact;
}

/** A phone number that calls when it is tapped; the link has the number as its text. */
export function Phone({ number }: { number: string }) {
  return (
    <a className="number" href={`tel:${number}`}>
      {formatPhone(number)}
    </a>
  );
}

/** The main phone number of a unit, within a line of text. The gate refuses a unit without one (C155). */
export function MainPhone({ contact }: { contact: Contact }) {
  const [number = ''] = phoneNumbersOf(contact);
  return <Phone number={number} />;
}

/** The number of the organisation, for a unit without a channel; nothing without one. */
export function GeneralNumber({ site }: Pick<View, 'site'>) {
  const t = useTranslations();
  if (phoneNumbersOf(site.organisation).length === 0) return null;
  return (
    <p>
      {t('contact.byPhone')} <MainPhone contact={site.organisation} />
    </p>
  );
}

/** An e-mail address as a link that narrow columns may break after `_`, before `@` and before a dot of the domain. */
export function Email({ address }: { address: string }) {
  const parts = address.split(/(?<=_)|(?=@)|(?<=@.*)(?=\.)/);
  return (
    <a href={`mailto:${address}`} translate="no">
      {parts.map((part, index) => (
        <Fragment key={part}>
          {index > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </a>
  );
}

/** The host of a URL, without `www.`. */
export function hostOf(url: string): string {
  return new URL(url).host.replace(/^www\./, '');
}

/** A link to a website, with its host as text. */
export function Website({ url }: { url: string }) {
  return (
    <a href={url} translate="no">
      {hostOf(url)}
    </a>
  );
}

/** A link to the vCard of a unit. Without `download`, a phone offers to add the contact; other browsers save the file. */
export function SaveContact({ view, contact: { id, name }, className }: UnitProperties & { className?: string }) {
  const t = useTranslations();
  const { language } = view;
  return (
    <a className={className} href={vcardPath(id, language.code, '3.0')} type="text/vcard">
      {t('contact.save')}
      <span className="sr-only"> ({inLanguage(name, language.code)})</span>
    </a>
  );
}

/** When a unit can be reached: in words, its opening hours as a list, and the exceptions to them. */
export function Availability({ availability, language }: { availability: Hours; language: Language }) {
  const t = useTranslations();
  const { words, hours, exceptions } = availability;
  const format = hoursInWords(language, t);
  return (
    <>
      {words && <p>{inLanguage(words, language.code)}</p>}
      {hours && <Lines lines={format.hours(hours)} />}
      {exceptions && <Lines lines={format.exceptions(exceptions)} />}
    </>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** The direct channels of a unit, its website and its contact person; without any of them, the general number. */
export function DirectChannels({ view, contact }: UnitProperties) {
  const t = useTranslations();
  const { site, language } = view;
  if (!isReachable(contact) && !contact.person && !contact.website) {
    const { availability } = site.organisation;
    return (
      <div className="mt-auto pt-3">
        <GeneralNumber site={site} />
        {availability && <Availability availability={availability} language={language} />}
      </div>
    );
  }
  return (
    <div className="mt-auto pt-3">
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

/** The postal address of a unit, or of the nearest above, and notes; without any channel, that of the organisation. */
export function PostalChannels({ view, contact }: UnitProperties) {
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
