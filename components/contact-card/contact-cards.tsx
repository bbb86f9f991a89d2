import { isReachable } from '#lib/contacts/channels.ts';
import type { View } from '#lib/site.ts';
import { ContactCard } from './contact-card.tsx';

/** The cards of all units that answer directly, by phone or e-mail. */
export function ContactCards({ view }: { view: View }) {
  return (
    <ul className="cards">
      {view.site.contacts.filter(isReachable).map((contact) => (
        <li key={contact.id}>
          <ContactCard view={view} contact={contact} />
        </li>
      ))}
    </ul>
  );
}
