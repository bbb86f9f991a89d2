import { useTranslations } from 'next-intl';
import { allVersionsOn, type Publication, publicationsOf } from '#lib/documents/documents.ts';
import { formatDay } from '#lib/languages/dates.ts';
import { nameOfLanguage } from '#lib/languages/quantities.ts';
import { twinOf, type View } from '#lib/site/site.ts';
import { datedList } from '../dated/dated-list.tsx';

/** The publications of the site, the newest first. The gate refuses an empty list. */
export function Publications({ view }: { view: View }) {
  const { site, language } = view;
  return (
    <ul className={`${datedList} first:border-t-0`} data-search="skip">
      {publicationsOf(site).map((publication) => {
        const { path, title, teaser } = twinOf(publication, language.code);
        return (
          <li key={publication.key}>
            <a className="font-serif text-lg" href={path}>
              {title}
            </a>
            <p>{teaser}</p>
            <p className="text-sm text-soft">
              <PublicationFacts view={view} publication={publication} />
            </p>
          </li>
        );
      })}
    </ul>
  );
}

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
