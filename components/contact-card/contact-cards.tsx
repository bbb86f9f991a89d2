import type { View } from '#lib/site.ts';
import { ContactCard } from './contact-card.tsx';

/** The cards of all units that answer directly, by phone or e-mail. */
export function ContactCards({ view }: { view: View }) {
  return (
    <ul className="cards">
      {view.site.contacts
        .filter(({ phone, email }) => phone ?? email)
        .map((contact) => (
          <li key={contact.id}>
            <ContactCard view={view} contact={contact} />
          </li>
        ))}
    </ul>
  );
}
