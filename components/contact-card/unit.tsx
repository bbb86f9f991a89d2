import { useTranslations } from 'next-intl';
import { phoneNumbersOf } from '#lib/contacts/channels.ts';
import { lifeInWords } from '#lib/contacts/hours.ts';
import { inLanguage } from '#lib/languages/languages.ts';
import { endingOf } from '#lib/site/life.ts';
import { type Contact, pageOf, twinOf, type View } from '#lib/site/site.ts';
import { MainPhone } from './channels.tsx';

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

/** What became of a unit that has ended: its last day, with links to the units that took its place, or else the general number. */
export function UnitEnding({ view, contact }: { view: View; contact: Contact }) {
  const t = useTranslations();
  const { site, language } = view;
  const successors = endingOf(site, contact)?.successors ?? [];
  return (
    <>
      <p>{lifeInWords(site, contact, language, t).join(' ')}</p>
      {successors.length > 0 ? (
        <>
          <p>{t('life.next')}</p>
          <ul data-units>
            {successors.map((each) => (
              <li key={each.id}>
                <UnitLink view={view} contact={each} />
              </li>
            ))}
          </ul>
        </>
      ) : (
        phoneNumbersOf(site.organisation).length > 0 && (
          <p>
            {t('contact.byPhone')} <MainPhone contact={site.organisation} />
          </p>
        )
      )}
    </>
  );
}
