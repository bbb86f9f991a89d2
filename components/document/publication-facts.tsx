import { useTranslations } from 'next-intl';
import { allVersionsOn, type Publication } from '#lib/documents/publications.ts';
import { formatDay } from '#lib/languages/dates.ts';
import { nameOfLanguage } from '#lib/languages/quantities.ts';
import type { View } from '#lib/site/site.ts';

/** The year of a publication, the day on its cover, and the languages of its documents. */
export function PublicationFacts({ view, publication: page }: { view: View; publication: Publication }) {
  const t = useTranslations();
  const { site, language } = view;
  const { year, published } = page.publication;
  const names = allVersionsOn(page, site, language).flatMap((each) =>
    each.language === null ? [] : nameOfLanguage(each.language, language),
  );
  const list = new Intl.ListFormat(language.tag).format(
    [...new Set(names)].map((name) => t('publication.in', { name })),
  );
  return (
    <>
      {t.rich('publication.facts', {
        year: String(year),
        day: () => <time dateTime={published}>{formatDay(published, language)}</time>,
      })}{' '}
      {list && t('publication.languages', { list })}
    </>
  );
}
