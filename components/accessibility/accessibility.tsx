import { useTranslations } from 'next-intl';
import { formatDay } from '#lib/languages/dates.ts';
import { inLanguage } from '#lib/languages/languages.ts';
import { accessibilityReportPath } from '#lib/open-data/accessibility-report.ts';
import { principleOf, principles, standard } from '#lib/records/wcag.ts';
import { type Assessment, type Criterion, countVerdicts, type Limit, verdicts } from '#lib/site/assessment.ts';
import { type Site, twinOf, type View } from '#lib/site/site.ts';
import { Fact, Facts } from '../text/facts.tsx';
import { Question } from '../text/question.tsx';
import { Term, Terms } from '../text/terms.tsx';

/** The assessment of the site; the gate rules out a page that shows it without records. */
function assessmentOf({ accessibility }: Site): Assessment {
  if (!accessibility) throw new Error('A page shows the accessibility of the site, which has no records.');
  return accessibility;
}

/** The status of the site in the terms of the law, and the number of criteria with each verdict that occurs. */
export function AccessibilityStatus({ view: { site } }: { view: View }) {
  const t = useTranslations();
  const { status, criteria } = assessmentOf(site);
  const counts = countVerdicts(criteria);
  const reviewed = criteria.filter(({ review }) => review).length;
  return (
    <>
      <p>
        {t.rich('statement.status', {
          status,
          version: standard.version,
          level: standard.level,
          b: (words) => <strong>{words}</strong>,
          en: (words) => <span lang="en">{words}</span>,
        })}
      </p>
      <p>
        {t('statement.failed', { count: counts.failed })}{' '}
        {t('statement.reviewed', { count: reviewed, all: criteria.length })}{' '}
        {reviewed < criteria.length && t('statement.untold')}
      </p>
      <Facts>
        {verdicts
          .filter((verdict) => counts[verdict] > 0)
          .map((verdict) => (
            <Fact key={verdict} value={String(counts[verdict])} label={t('statement.verdict', { verdict })} />
          ))}
      </Facts>
    </>
  );
}

/** The known limitations, those that fail a criterion first, and the number of criteria that no person has reviewed. */
export function AccessibilityLimits({ view: { site, language } }: { view: View }) {
  const t = useTranslations();
  const { criteria, limits } = assessmentOf(site);
  const unreviewed = criteria.filter(({ review }) => !review).length;
  const about = ({ criterion, fails }: Limit) =>
    criterion && t('statement.about', { number: criterion, fails: String(fails) });
  return (
    <>
      <p>{t('statement.known', { failed: countVerdicts(criteria).failed })}</p>
      <ul>
        {[...limits]
          .sort((a, b) => Number(b.fails) - Number(a.fails))
          .map((limit) => {
            const text = inLanguage(limit.text, language.code);
            return (
              <li key={text}>
                {text} {about(limit)}
              </li>
            );
          })}
        {unreviewed > 0 && <li>{t('statement.unseen', { count: unreviewed })}</li>}
      </ul>
    </>
  );
}

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

/** Every criterion with its verdict and how the site is built to meet it, by the four principles of the standard, and a link to the same as data. */
export function AccessibilityCriteria({ view: { site, language } }: { view: View }) {
  const t = useTranslations();
  const { criteria } = assessmentOf(site);
  const term = ({ number, level, name, verdict, construction, review }: Criterion) => (
    <Term key={number} name={t('statement.criterion', { number, level, name: inLanguage(name, language.code) })}>
      {t('statement.verdict', { verdict })}.{' '}
      {[review?.note, construction].flatMap((text) => (text ? inLanguage(text, language.code) : [])).join(' ')}
    </Term>
  );
  return (
    <>
      {principles.map((principle) => {
        const own = criteria.filter(({ number }) => principleOf(number) === principle);
        return (
          <Question key={principle} title={t('statement.principle', { principle, count: own.length })}>
            <div data-search="detail">
              <Terms>{own.map(term)}</Terms>
            </div>
          </Question>
        );
      })}
      <p>
        <a href={accessibilityReportPath} type="application/json">
          {t('statement.data')}
        </a>
      </p>
    </>
  );
}
