import { useTranslations } from 'next-intl';
import { formatDay } from '#lib/languages/dates.ts';
import { twinOf } from '#lib/site/site.ts';
import type { View } from '#lib/site/view.ts';

/** When the page last changed; the last line of its content. What the search page shows is of no one day. */
export function Updated({ view: { site, page, language } }: { view: View }) {
  const t = useTranslations();
  if (page.key === site.search) return null;
  const { updated } = twinOf(page, language.code);
  return (
    <p className="wrap updated small text-soft" data-search="skip">
      {t.rich('updated', { date: () => <time dateTime={updated}>{formatDay(updated, language)}</time> })}
    </p>
  );
}
