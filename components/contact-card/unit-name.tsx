import { inLanguage } from '#lib/languages/languages.ts';
import type { Contact, View } from '#lib/site/site.ts';

/** The official name of a unit, with its name in daily use. */
export function UnitName({ view: { language }, contact }: { view: View; contact: Contact }) {
  const name = inLanguage(contact.name, language.code);
  if (!contact.brand) return name;
  return (
    <>
      {name} (<span lang={contact.brandLanguage}>{inLanguage(contact.brand, language.code)}</span>)
    </>
  );
}
