import { useTranslations } from 'next-intl';
import { inLanguage } from '#lib/languages/languages.ts';
import type { Limit } from '#lib/site/assessment.ts';
import type { View } from '#lib/site/view.ts';
import { assessmentOf } from './assessment.ts';

/** What may be in the way of visitors: first what breaks a criterion, then what else is known, and how much nobody has looked at. */
export function AccessibilityLimits({ view: { site, language } }: { view: View }) {
  const t = useTranslations();
  const { criteria, limits } = assessmentOf(site);
  const unseen = criteria.filter(({ review }) => !review).length;
  const about = ({ criterion, fails }: Limit) =>
    criterion && t('statement.about', { number: criterion, fails: String(fails) });
  return (
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
      {unseen > 0 && <li>{t('statement.unseen', { count: unseen })}</li>}
    </ul>
  );
}
