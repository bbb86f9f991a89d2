import { useTranslations } from 'next-intl';
import { isConfirmed } from '#edit/translations.ts';
import type { View } from '#lib/site/site.ts';
import { getTwinStates } from '../current-site.ts';

/** A note on top of a page in the preview when it is a draft or its twins are not in step. Never on a published page. */
export function PreviewNote({ view: { page, language } }: { view: View }) {
  const t = useTranslations();
  const twin = getTwinStates()
    .flat()
    .find((each) => each.key === page.key && each.language === language.code);
  if (!twin || (isConfirmed(twin) && twin.status !== 'draft' && twin.awaitsReview === null)) return null;
  const { status, since, sections, awaitsReview } = twin;
  return (
    <aside
      aria-label={t('translations.title')}
      style={{ background: '#ffe08a', color: '#1a1a1a', padding: '.75rem 1rem', textAlign: 'center' }}
    >
      <strong>{t(`translations.${status}`, { since: since ?? 'none', sections: sections.length })}</strong>
      {awaitsReview !== null && `, ${t('translations.awaitsReview')}`}
      {' · '}
      <a style={{ color: 'inherit' }} href={`/translations/${language.code}#${page.key}`}>
        {t('translations.title')}
      </a>
    </aside>
  );
}
