import { useTranslations } from 'next-intl';
import { inLanguage } from '#lib/languages/languages.ts';
import { isAffiliated } from '#lib/records/contact.ts';
import { type Contact, lineageOf } from '#lib/site/site.ts';
import type { View } from '#lib/site/view.ts';
import { DirectChannels } from './direct-channels.tsx';
import { PostalChannels } from './postal-channels.tsx';
import { UnitName } from './unit-name.tsx';

/** What a card shows, where it stands. */
export interface CardProperties {
  view: View;
  contact: Contact;
  /** Level of the heading that names the card, so that it fits the page. */
  level?: 2 | 3 | 4;
}

/**
 * The visiting card of a unit: its name, what it is to the Chancellery, and its channels in their fixed order: phone, e-mail, form, post,
 * visit. A channel that is not known is absent; there is always a way to reach the unit.
 */
export function ContactCard({ view, contact, level = 3 }: CardProperties) {
  const t = useTranslations();
  const { site, language } = view;
  const Heading = `h${level}` as const;
  const isInHouse = lineageOf(site, contact).includes(site.organisation);
  return (
    <div className="card">
      {isInHouse && (
        <span className="house-number" aria-hidden="true">
          16
        </span>
      )}
      <Heading className="serif" translate="no">
        <UnitName view={view} contact={contact} />
      </Heading>
      {isAffiliated(contact.kind) && <p className="small">{t(`kinds.${contact.kind}.affiliation`)}</p>}
      {contact.contactFor && <p className="small">{inLanguage(contact.contactFor, language.code)}</p>}
      <DirectChannels view={view} contact={contact} />
      <PostalChannels view={view} contact={contact} />
    </div>
  );
}
