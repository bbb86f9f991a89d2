import { inLanguage } from '#lib/languages/languages.ts';
import type { ContactKind } from '#lib/records/contact.ts';
import { contactsOfKind, type View } from '#lib/site/site.ts';
import { UnitLink } from '../contact-card/contact-card.tsx';
import { Term, Terms } from '../text/terms.tsx';

/** The units of one kind: each name with a link and the abbreviation, and the purpose of the unit. */
export function Units({ view, kind }: { view: View; kind: ContactKind }) {
  const { site, language } = view;
  return (
    <Terms>
      {contactsOfKind(site, kind).map((contact) => (
        <Term
          key={contact.id}
          name={
            <>
              <UnitLink view={view} contact={contact} />{' '}
              {contact.abbreviation && (
                <abbr className="font-normal text-soft">{inLanguage(contact.abbreviation, language.code)}</abbr>
              )}
            </>
          }
        >
          {inLanguage(contact.purpose, language.code)}
        </Term>
      ))}
    </Terms>
  );
}
