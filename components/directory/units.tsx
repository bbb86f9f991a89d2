import type { ContactKind } from '#lib/content/contact-schema.ts';
import { type Contact, contactsOfKind } from '#lib/content/site.ts';
import { inLanguage } from '#lib/i18n/languages.ts';
import type { View } from '#lib/site.ts';
import { UnitLink } from './unit-link.tsx';

/** The units of one kind, each with its abbreviation. */
export function Units({ view, kind }: { view: View; kind: ContactKind }) {
  const abbreviation = (contact: Contact) =>
    contact.abbreviation && <abbr>{inLanguage(contact.abbreviation, view.language.code)}</abbr>;
  return (
    <ul className="units">
      {contactsOfKind(view.site, kind).map((contact) => (
        <li key={contact.id}>
          <span>
            <UnitLink view={view} contact={contact} />
          </span>{' '}
          {abbreviation(contact)}
        </li>
      ))}
    </ul>
  );
}
