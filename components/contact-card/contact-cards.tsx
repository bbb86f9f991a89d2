import { isReachable } from '#lib/contacts/channels.ts';
import type { Contact, View } from '#lib/site/site.ts';
import { ContactDetails } from './contact-details.tsx';

/** Cards side by side, of equal height, with their notes starting on the same line. */
export function CardGrid({ view, contacts }: { view: View; contacts: readonly Contact[] }) {
  return (
    <ul className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,20rem),1fr))] gap-column print:grid-cols-[85mm_85mm] print:gap-[4mm]">
      {contacts.map((contact) => (
        <li key={contact.id} className="row-span-2 grid grid-rows-subgrid gap-0 *:contents">
          <ContactDetails view={view} contact={contact} />
        </li>
      ))}
    </ul>
  );
}

/** The cards of all units that answer directly. */
export function ContactCards({ view }: { view: View }) {
  return <CardGrid view={view} contacts={view.site.contacts.filter(isReachable)} />;
}
