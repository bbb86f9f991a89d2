import { useTranslations } from 'next-intl';
import { formatDay } from '#lib/languages/dates.ts';
import { twinOf, type View } from '#lib/site/site.ts';

/** The day of the last change, below the content. The search page has none: its content has no single date. */
export function Updated({ view: { site, page, language } }: { view: View }) {
  const t = useTranslations();
  if (page.key === site.search) return null;
  const { updated } = twinOf(page, language.code);
  return (
    <p className="wrap py-column text-sm text-soft" data-search="skip">
      {t.rich('updated', { date: () => <time dateTime={updated}>{formatDay(updated, language)}</time> })}
    </p>
  );
}
