import { useTranslations } from 'next-intl';
import { mailHref } from '#lib/contacts/mail.ts';
import { formatDay } from '#lib/languages/dates.ts';
import { pageOf, twinOf, type View } from '#lib/site/site.ts';

/**
 * The one way to report a mistake, beside the address and the version of the page: a message to the site's mailbox with both filled in,
 * or else the section of the contact page. On paper, only the address and the version are printed.
 */
export function ReportMistake({ view }: { view: View }) {
  const t = useTranslations();
  const { site, page, language } = view;
  const { path, title, updated } = twinOf(page, language.code);
  const date = formatDay(updated, language);
  const href = site.feedback
    ? mailHref(site.feedback, t('mistake.subject', { title }), t('mistake.body', { page: site.origin + path, date }))
    : sectionPath(view, t('mistake.section'));
  return (
    <p className="pt-4 text-sm print:pt-0" data-search="skip">
      {href && (
        <span className="print:hidden">
          <a className="inline-block py-2.5 text-inherit" href={href}>
            {t('mistake.link')}
          </a>{' '}
          <br />
          {t('mistake.mention')}{' '}
        </span>
      )}
      <span className="wrap-anywhere" translate="no">
        {new URL(site.origin).host + path}
      </span>
      , {t('mistake.version', { date })}
    </p>
  );
}

/** The path of the contact page, with its section about mistakes: the first one with a given word in its heading. */
function sectionPath({ site, language }: View, word: string): string | undefined {
  const key = site.organisation.page;
  if (!key) return undefined;
  const { path, headings } = twinOf(pageOf(site, key), language.code);
  const section = headings.find(({ anchor }) => anchor.split('-').includes(word));
  return section ? `${path}#${section.anchor}` : path;
}
