import { inLanguage } from '#lib/languages/languages.ts';
import { type Contact, pageOf, twinOf, type View } from '#lib/site/site.ts';
import { UnitName } from '../contact-card/unit-name.tsx';

/** The name of a unit, linked to its page here or else to its own site, in a list. */
export function UnitLink({ view, contact }: { view: View; contact: Contact }) {
  const { site, language } = view;
  const href = contact.page
    ? twinOf(pageOf(site, contact.page), language.code).path
    : contact.website && inLanguage(contact.website, language.code);
  const name = <UnitName view={view} contact={contact} />;
  return href ? (
    <a className="py-2" href={href}>
      {name}
    </a>
  ) : (
    name
  );
}
