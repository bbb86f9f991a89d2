import { useTranslations } from 'next-intl';
import { inLanguage } from '#lib/languages/languages.ts';
import { accessibilityReportPath } from '#lib/open-data/accessibility-report.ts';
import { principleOf, principles } from '#lib/records/wcag.ts';
import type { Criterion } from '#lib/site/assessment.ts';
import type { View } from '#lib/site/site.ts';
import { Question } from '../text/question.tsx';
import { Term, Terms } from '../text/terms.tsx';
import { assessmentOf } from './assessment.ts';

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
