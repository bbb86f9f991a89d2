import { addressOf, houseNumber } from '#lib/contacts/address.ts';
import { inLanguage } from '#lib/languages/languages.ts';
import { endingOf } from '#lib/site/life.ts';
import { type Contact, lineageOf, type View } from '#lib/site/site.ts';
import { DirectChannels } from './direct-channels.tsx';
import { PostalChannels } from './postal-channels.tsx';
import { UnitEnding } from './unit-ending.tsx';
import { UnitName } from './unit-name.tsx';

/** The properties of a card and its notes. */
export interface CardProperties {
  view: View;
  contact: Contact;
  /** Level of the heading that names the card. */
  level?: 2 | 3 | 4;
}

/** The card of a unit: name and channels in their fixed order. There is always a way to reach the unit. */
export function ContactCard({ view, contact, level = 3 }: CardProperties) {
  const { site, language } = view;
  const Heading = `h${level}` as const;
  return (
    <div className="card">
      <HouseNumber view={view} contact={contact} />
      <Heading translate="no">
        <UnitName view={view} contact={contact} />
      </Heading>
      {endingOf(site, contact) ? (
        <UnitEnding view={view} contact={contact} />
      ) : (
        <>
          {contact.contactFor && <p>{inLanguage(contact.contactFor, language.code)}</p>}
          <DirectChannels view={view} contact={contact} />
          <PostalChannels view={view} contact={contact} />
        </>
      )}
    </div>
  );
}

/** The plate with the house number, on the cards of units that are part of the organisation. */
function HouseNumber({ view: { site, language }, contact }: Pick<CardProperties, 'view' | 'contact'>) {
  const address = addressOf(site, contact);
  if (!address || !lineageOf(site, contact).includes(site.organisation)) return null;
  return (
    <span className="house-number" aria-hidden="true">
      {houseNumber(address, language)}
    </span>
  );
}
