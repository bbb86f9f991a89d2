import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { isConfirmed } from '#edit/translations.ts';
import { formatDay } from '#lib/languages/dates.ts';
import { inLanguage } from '#lib/languages/languages.ts';
import { noticesOn } from '#lib/site/notices.ts';
import type { View } from '#lib/site/site.ts';
import { getPreview, getTwinStates } from '../current-site.ts';
import { AllFaults, isBroken } from './faults.tsx';

/** The notes on top of a page that the preview can show: other files have errors; it is a draft, its twins are not in step, or something on it is of another day. */
export function PreviewNote({ view }: { view: View }) {
  if (isBroken(view)) return null;
  return (
    <>
      <FaultNote view={view} />
      <TwinNote view={view} />
      <DayNote view={view} />
    </>
  );
}

function FaultNote({ view: { language } }: { view: View }) {
  const t = useTranslations();
  const { length } = getPreview().reasons;
  if (length === 0) return null;
  return (
    <Note title={t('preview.elsewhere')}>
      <details>
        <summary>{t('preview.count', { count: length })}</summary>
        <AllFaults language={language} />
      </details>
    </Note>
  );
}

function TwinNote({ view: { page, language } }: { view: View }) {
  const t = useTranslations();
  const twin = getTwinStates()
    .flat()
    .find((each) => each.key === page.key && each.language === language.code);
  if (!twin || (isConfirmed(twin) && twin.status !== 'draft' && twin.awaitsReview === null)) return null;
  const { status, since, sections, awaitsReview } = twin;
  return (
    <Note title={t('translations.title')}>
      <strong>{t(`translations.${status}`, { since: since ?? 'none', sections: sections.length })}</strong>
      {awaitsReview !== null && `, ${t('translations.awaitsReview')}`}
      {' · '}
      <a style={{ color: 'inherit' }} href={`/translations/${language.code}#${page.key}`}>
        {t('translations.title')}
      </a>
    </Note>
  );
}

/** News of a later day, and notices that are to come or over. */
function DayNote({ view: { site, page, language } }: { view: View }) {
  const t = useTranslations();
  const day = site.day ?? '';
  const inWords = (date: string) => formatDay(date, language);
  const notices = noticesOn({ notices: getPreview().waiting }, page.key).map(({ title, begin, end }) =>
    t('preview.notice', {
      when: end < day ? 'over' : 'toCome',
      begin: inWords(begin),
      end: inWords(end),
      title: inLanguage(title, language.code),
    }),
  );
  const lines = [
    ...(page.day !== null && page.day > day ? [t('preview.later', { day: inWords(page.day) })] : []),
    ...notices,
  ];
  if (lines.length === 0) return null;
  return (
    <Note title={t('preview.otherDays')}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Note>
  );
}

/** Never on a published page, so its style is here. */
function Note({ title, children }: { title: string; children: ReactNode }) {
  return (
    <aside
      aria-label={title}
      style={{ background: '#ffe08a', color: '#1a1a1a', padding: '.75rem 1rem', textAlign: 'center' }}
    >
      {children}
    </aside>
  );
}
