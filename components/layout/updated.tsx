import { useTranslations } from 'next-intl';
import { formatDay } from '#lib/languages/dates.ts';
import { twinOf, type View } from '#lib/site/site.ts';

/** What changed and the day of the last change, below the content. The search page has none: its content has no single date. */
export function Updated({ view }: { view: View }) {
  const t = useTranslations();
  const { site, page, language } = view;
  if (page.key === site.search) return null;
  const { updated } = twinOf(page, language.code);
  return (
    <>
      <ChangeNotes view={view} />
      <p className="wrap py-column text-sm text-soft" data-search="skip">
        {t.rich('updated', { date: () => <time dateTime={updated}>{formatDay(updated, language)}</time> })}
      </p>
    </>
  );
}

/** What changed on a page for visitors, the latest first; nothing without a note. */
export function ChangeNotes({ view: { page, language } }: { view: View }) {
  const t = useTranslations();
  const { changes } = twinOf(page, language.code);
  if (changes.length === 0) return null;
  return (
    <section className="wrap pt-column text-sm text-soft" aria-labelledby="changes" data-search="skip">
      <h2 id="changes" className="text-base">
        {t('changes.title')}
      </h2>
      <ul className="mt-2 max-w-text flow-3">
        {changes.map(({ day, text }) => (
          <li key={day}>
            {t.rich('changes.note', { day: () => <time dateTime={day}>{formatDay(day, language)}</time>, text })}
          </li>
        ))}
      </ul>
    </section>
  );
}
