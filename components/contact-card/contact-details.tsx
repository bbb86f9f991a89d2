import { type CardProperties, ContactCard } from './contact-card.tsx';
import { ContactNotes } from './contact-notes.tsx';

/** The visiting card of a unit with everything else that is known of reaching it. */
export function ContactDetails(properties: CardProperties) {
  return (
    <div className="contact" data-search="skip">
      <ContactCard {...properties} />
      <ContactNotes {...properties} />
    </div>
  );
}
