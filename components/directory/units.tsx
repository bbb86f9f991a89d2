import { inLanguage } from '#lib/languages/languages.ts';
import type { ContactKind } from '#lib/records/contact.ts';
import { contactsOfKind } from '#lib/site/site.ts';
import type { View } from '#lib/site/view.ts';
import { UnitName } from '../contact-card/unit-name.tsx';

/** The units of one kind: each name leads to the unit's own site, and its purpose follows. */
export function Units({ view, kind }: { view: View; kind: ContactKind }) {
  const { site, language } = view;
  return (
    <dl className="terms">
      {contactsOfKind(site, kind).map((contact) => {
        const name = <UnitName view={view} contact={contact} />;
        const { abbreviation, website } = contact;
        return (
          <div key={contact.id}>
            <dt>
              {website ? <a href={inLanguage(website, language.code)}>{name}</a> : name}{' '}
              {abbreviation && <abbr>{inLanguage(abbreviation, language.code)}</abbr>}
            </dt>
            <dd>{inLanguage(contact.purpose, language.code)}</dd>
          </div>
        );
      })}
    </dl>
  );
}
