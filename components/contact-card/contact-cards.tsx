import { isReachable } from '#lib/contacts/channels.ts';
import type { View } from '#lib/site/view.ts';
import { ContactDetails } from './contact-details.tsx';

/** The cards of all units that answer directly. */
export function ContactCards({ view }: { view: View }) {
  return (
    <ul className="cards">
      {view.site.contacts.filter(isReachable).map((contact) => (
        <li key={contact.id}>
          <ContactDetails view={view} contact={contact} />
        </li>
      ))}
    </ul>
  );
}
