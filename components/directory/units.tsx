import { inLanguage } from '#lib/languages/languages.ts';
import type { ContactKind } from '#lib/records/contact.ts';
import { type Contact, contactsOfKind } from '#lib/site/site.ts';
import type { View } from '#lib/site/view.ts';
import { UnitLink } from './unit-link.tsx';

/** The units of one kind, each with its abbreviation. */
export function Units({ view, kind }: { view: View; kind: ContactKind }) {
  const abbreviation = (contact: Contact) =>
    contact.abbreviation && (
      <abbr className="text-soft no-underline hyphens-none">
        {inLanguage(contact.abbreviation, view.language.code)}
      </abbr>
    );
  return (
    <ul className="border-t border-line" data-units>
      {contactsOfKind(view.site, kind).map((contact) => (
        <li
          key={contact.id}
          className="flex break-inside-avoid justify-between gap-4 border-b border-line py-2 text-base/[1.4]"
        >
          <span>
            <UnitLink view={view} contact={contact} />
          </span>{' '}
          {abbreviation(contact)}
        </li>
      ))}
    </ul>
  );
}
