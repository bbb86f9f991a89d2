import { useTranslations } from 'next-intl';
import { inLanguage } from '#lib/languages/languages.ts';
import { countVerdicts, type Limit } from '#lib/site/assessment.ts';
import type { View } from '#lib/site/site.ts';
import { assessmentOf } from './assessment.ts';

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
