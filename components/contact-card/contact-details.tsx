import { type CardProperties, ContactCard } from './contact-card.tsx';
import { ContactNotes } from './contact-notes.tsx';

/** The card of a unit with its notes. */
export function ContactDetails(properties: CardProperties) {
  return (
    <div data-contact="" data-search="skip">
      <ContactCard {...properties} />
      <ContactNotes {...properties} />
    </div>
  );
}
