import { useTranslations } from 'next-intl';
import { lifeInWords } from '#lib/contacts/life-in-words.ts';
import { formatDay } from '#lib/languages/dates.ts';
import { inLanguage } from '#lib/languages/languages.ts';
import { vcardPath } from '#lib/open-data/data-paths.ts';
import { isSignLanguage } from '#lib/records/contact.ts';
import { endingOf } from '#lib/site/life.ts';
import { Availability } from './availability.tsx';
import { hostOf } from './channel-links.tsx';
import type { CardProperties } from './contact-card.tsx';

/** The notes below a card: availability, languages, vCard and day of the last check. */
export function ContactNotes({ view, contact }: Omit<CardProperties, 'level'>) {
  const t = useTranslations();
  const { site, language } = view;
  const list = new Intl.ListFormat(language.tag);
  const names = new Intl.DisplayNames(language.tag, { type: 'language' });
  const { availability, languages } = contact;
  const unit = inLanguage(contact.name, language.code);
  if (endingOf(site, contact)) return null;
  return (
    <div className="max-w-100 pt-4 text-sm [&_a]:inline-block flow-1.5">
      {availability && <Availability availability={availability} language={language} />}
      {lifeInWords(site, contact, language, t).map((words) => (
        <p key={words}>{words}</p>
      ))}
      {languages && (
        <p>
          {t('contact.languages', {
            languages: list.format(
              languages.map((code) =>
                isSignLanguage(code) ? t(`contact.signLanguages.${code}`) : (names.of(code) ?? code),
              ),
            ),
          })}
        </p>
      )}
      <p className="print:hidden">
        {/* Without `download`, a phone offers to add the contact; other browsers save the file. */}
        <a href={vcardPath(contact.id, language.code, '3.0')} type="text/vcard">
          {t('contact.save')}
          <span className="sr-only"> ({unit})</span>
        </a>
      </p>
      <Certainty view={view} contact={contact} />
    </div>
  );
}

/** Who vouches for the facts, and since when. Nothing for a record from the source text or a page of this website. */
function Certainty({
  view: { site, language },
  contact: { confirmedBy, source = '', verified, website },
}: Omit<CardProperties, 'level'>) {
  const t = useTranslations();
  const date = () => <time dateTime={verified}>{formatDay(verified, language)}</time>;
  switch (confirmedBy) {
    case 'service':
      return <p>{t.rich('contact.confirmed', { date })}</p>;
    case 'official-page': {
      const host = hostOf(`https://${source}`);
      if (host === hostOf(site.origin)) return null;
      const isOwn = Object.values(website ?? {}).some((url) => hostOf(url) === host);
      const shown = isOwn && website ? hostOf(inLanguage(website, language.code)) : host;
      return <p>{t.rich('contact.seen', { site: shown, date })}</p>;
    }
    case 'source-text':
      return null;
  }
}
