import { useTranslations } from 'next-intl';
import { isReachable, phoneNumbersOf } from '#lib/contacts/channels.ts';
import { formatPhone } from '#lib/contacts/phone.ts';
import { inLanguage } from '#lib/languages/languages.ts';
import { SaveContact, type UnitProperties } from './channels.tsx';

/** The main ways to reach a unit, as buttons on a narrow screen; for a unit without a channel, the number of the organisation. */
export function CallBar({ view, contact }: UnitProperties) {
  const t = useTranslations();
  const { site, language } = view;
  const unit = inLanguage(contact.name, language.code);
  const [number] = phoneNumbersOf(isReachable(contact) ? contact : site.organisation);
  const email = contact.channels?.email;
  return (
    <nav
      aria-label={t('contact.title')}
      className="flex flex-wrap gap-3 pb-column hyphens-none *:flex-auto *:justify-center lg:hidden print:hidden"
      data-search="skip"
    >
      {number && (
        <a className="button w-full md:w-auto" href={`tel:${number}`}>
          {t('contact.call', { number: formatPhone(number) })}
        </a>
      )}{' '}
      {email && (
        <a className="control border-[1.5px]" href={`mailto:${email}`}>
          {t.rich('contact.mail', { name: unit, unit: (words) => <span className="sr-only">{words}</span> })}
        </a>
      )}{' '}
      <SaveContact className="control border-[1.5px]" view={view} contact={contact} />
    </nav>
  );
}
