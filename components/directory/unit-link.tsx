import { type Contact, pageOf, twinOf } from '#lib/content/site.ts';
import { inLanguage } from '#lib/i18n/languages.ts';
import type { View } from '#lib/site.ts';

/** The name of a unit, linked to its page here or to its own site. */
export function UnitLink({ view: { site, language }, contact }: { view: View; contact: Contact }) {
  const name = inLanguage(contact.name, language.code);
  const brand = contact.brand && inLanguage(contact.brand, language.code);
  const text = brand ? (
    <>
      {name} (<span lang={contact.brandLanguage}>{brand}</span>)
    </>
  ) : (
    name
  );
  const href = contact.page
    ? twinOf(pageOf(site, contact.page), language.code).path
    : contact.website && inLanguage(contact.website, language.code);
  return href ? <a href={href}>{text}</a> : text;
}
