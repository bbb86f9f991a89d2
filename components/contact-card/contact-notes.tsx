import { useTranslations } from 'next-intl';
import { formatDay } from '#lib/languages/dates.ts';
import { inLanguage } from '#lib/languages/languages.ts';
import { vcardPath } from '#lib/open-data/data-paths.ts';
import { Availability } from './availability.tsx';
import type { CardProperties } from './contact-card.tsx';
import { ReportMistake } from './report-mistake.tsx';

/** The notes below a card: availability, languages, audience, vCard, day of the last check, and a link to report a mistake. */
export function ContactNotes({ view, contact }: Omit<CardProperties, 'level'>) {
  const t = useTranslations();
  const { language } = view;
  const list = new Intl.ListFormat(language.tag);
  const names = new Intl.DisplayNames(language.tag, { type: 'language' });
  const { availability, languages, audience, verified } = contact;
  const unit = inLanguage(contact.name, language.code);
  return (
    <div className="max-w-100 pt-4 text-sm [&_a]:inline-block flow-1.5">
      {availability && <Availability availability={availability} language={language} />}
      {languages && (
        <p>
          {t('contact.languages', {
            languages: list.format(languages.map((code) => names.of(code) ?? code)),
          })}
        </p>
      )}
      <p>{t('contact.worksFor', { audience: list.format(audience.map((each) => t(`audience.${each}`))) })}</p>
      <p className="print:hidden">
        {/* Without `download`, a phone offers to add the contact; other browsers save the file. */}
        <a href={vcardPath(contact.id, language.code)} type="text/vcard">
          {t('contact.save')}
          <span className="sr-only"> ({unit})</span>
        </a>
      </p>
      <p>
        {t.rich('contact.verified', {
          date: () => <time dateTime={verified}>{formatDay(verified, language)}</time>,
        })}
      </p>
      <ReportMistake view={view} contact={contact} />
    </div>
  );
}
