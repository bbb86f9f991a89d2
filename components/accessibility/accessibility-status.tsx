import { useTranslations } from 'next-intl';
import { standard } from '#lib/records/wcag.ts';
import { countVerdicts, verdicts } from '#lib/site/assessment.ts';
import type { View } from '#lib/site/view.ts';
import { Fact, Facts } from '../text/facts.tsx';
import { assessmentOf } from './assessment.ts';

/** Verdicts that are told even when no criterion has them: whoever reads of none knows that somebody counted. */
const alwaysTold = ['failed', 'met'];

/** How far the site meets the standard, in the words of the law, and how many criteria stand how. */
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
          .filter((verdict) => counts[verdict] > 0 || alwaysTold.includes(verdict))
          .map((verdict) => (
            <Fact key={verdict} value={String(counts[verdict])} label={t('statement.verdict', { verdict })} />
          ))}
      </Facts>
    </>
  );
}
