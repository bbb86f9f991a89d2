import { useTranslations } from 'next-intl';
import { mailHref } from '#lib/contacts/mail.ts';
import { inLanguage } from '#lib/languages/languages.ts';
import { pageOf, twinOf } from '#lib/site/site.ts';
import type { CardProperties } from './contact-card.tsx';

/** A link to report a mistake: a message with unit and page filled in, to the site's mailbox or the unit; else to its section of the contact page. */
export function ReportMistake({ view: { site, page, language }, contact }: Omit<CardProperties, 'level'>) {
  const t = useTranslations();
  const to = site.feedback ?? contact.channels?.email;
  const unit = inLanguage(contact.name, language.code);
  const { path } = twinOf(page, language.code);
  const { page: contactPage } = site.organisation;
  const href = to
    ? mailHref(to, t('mistake.subject', { unit }), t('mistake.body', { unit, url: site.origin + path }))
    : contactPage &&
      contactPage !== page.key &&
      `${twinOf(pageOf(site, contactPage), language.code).path}#${t('mistake.section')}`;
  return href ? (
    <p>
      <a href={href}>
        {t('mistake.link')}
        <span className="sr-only"> ({unit})</span>
      </a>
    </p>
  ) : null;
}
