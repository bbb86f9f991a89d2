import { useTranslations } from 'next-intl';
import { standard } from '#lib/records/wcag.ts';
import { countVerdicts, verdicts } from '#lib/site/assessment.ts';
import type { View } from '#lib/site/site.ts';
import { Fact, Facts } from '../text/facts.tsx';
import { assessmentOf } from './assessment.ts';

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
