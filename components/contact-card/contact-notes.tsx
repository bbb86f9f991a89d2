import { useTranslations } from 'next-intl';
import { formatDay } from '#lib/languages/dates.ts';
import { inLanguage, type Language } from '#lib/languages/languages.ts';
import { vcardPath } from '#lib/open-data/data-paths.ts';
import type { Contact } from '#lib/site/site.ts';
import { Availability } from './availability.tsx';
import type { CardProperties } from './contact-card.tsx';
import { ReportMistake } from './report-mistake.tsx';

/** The notes below a card: availability, languages, vCard, day of the last check, and a link to report a mistake. */
export function ContactNotes({ view, contact }: Omit<CardProperties, 'level'>) {
  const t = useTranslations();
  const { language } = view;
  const list = new Intl.ListFormat(language.tag);
  const names = new Intl.DisplayNames(language.tag, { type: 'language' });
  const { availability, languages } = contact;
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
      <p className="print:hidden">
        {/* Without `download`, a phone offers to add the contact; other browsers save the file. */}
        <a href={vcardPath(contact.id, language.code)} type="text/vcard">
          {t('contact.save')}
          <span className="sr-only"> ({unit})</span>
        </a>
      </p>
      <Certainty contact={contact} language={language} />
      <ReportMistake view={view} contact={contact} />
    </div>
  );
}

/** Who vouches for the facts, and since when. A record that only follows the source text says nothing. */
function Certainty({
  contact: { confirmedBy, source = '', verified },
  language,
}: {
  contact: Contact;
  language: Language;
}) {
  const t = useTranslations();
  const date = () => <time dateTime={verified}>{formatDay(verified, language)}</time>;
  switch (confirmedBy) {
    case 'service':
      return <p>{t.rich('contact.confirmed', { date })}</p>;
    case 'official-page':
      return <p>{t.rich('contact.seen', { site: source.split('/', 1)[0] ?? '', date })}</p>;
    case 'source-text':
      return null;
  }
}
