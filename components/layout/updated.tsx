import { useTranslations } from 'next-intl';
import { formatDay } from '#lib/languages/dates.ts';
import { twinOf, type View } from '#lib/site/site.ts';
import { ChangeNotes } from './change-notes.tsx';

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
