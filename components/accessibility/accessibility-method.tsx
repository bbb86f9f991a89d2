import { useTranslations } from 'next-intl';
import { formatDay } from '#lib/languages/dates.ts';
import { twinOf, type View } from '#lib/site/site.ts';
import { assessmentOf } from './assessment.ts';

/** When the statement was drawn up and last revised (the page updated or the tests run), who reviewed the site, and what the last run of the tests covered. */
export function AccessibilityMethod({ view: { site, page, language } }: { view: View }) {
  const t = useTranslations();
  const { criteria, prepared, run } = assessmentOf(site);
  const day = (date: string) => <time dateTime={date}>{formatDay(date, language)}</time>;
  const { updated } = twinOf(page, language.code);
  const [, revised = updated] = [updated, run.day].sort();
  const joined = (words: readonly string[]) => new Intl.ListFormat(language.tag).format(words);
  const reviewers = [...new Set(criteria.flatMap(({ review }) => review?.by ?? []))];
  const journeys = new Set(criteria.filter(({ result }) => result !== 'untested').flatMap((each) => each.journeys));
  return (
    <>
      <p>
        {t.rich('statement.dates', { prepared: () => day(prepared), revised: () => day(revised) })}{' '}
        {t('statement.method', { count: reviewers.length, names: joined(reviewers) })}
      </p>
      <p>
        {t.rich('statement.run', {
          day: () => day(run.day),
          count: run.pages,
          widths: joined(run.widths.map((width) => new Intl.NumberFormat(language.tag).format(width))),
          schemes: joined(run.schemes.map((scheme) => t('statement.scheme', { scheme }))),
        })}
      </p>
      <ul data-search="detail">
        {run.tools.map(({ name, version }) => (
          <li key={name}>
            {name} {version}
          </li>
        ))}
      </ul>
      {journeys.size > 0 && <p>{t('statement.journeys', { count: journeys.size })}</p>}
    </>
  );
}
