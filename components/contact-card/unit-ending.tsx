import { useTranslations } from 'next-intl';
import { phoneNumbersOf } from '#lib/contacts/channels.ts';
import { lifeInWords } from '#lib/contacts/life-in-words.ts';
import { endingOf } from '#lib/site/life.ts';
import type { Contact, View } from '#lib/site/site.ts';
import { UnitLink } from '../directory/unit-link.tsx';
import { MainPhone } from './channel-links.tsx';

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
