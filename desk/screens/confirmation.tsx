'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ask } from './api.ts';
import { useDesk } from './context.tsx';

/** What changed since somebody confirmed that the languages say the same, and the button that confirms it again. */
export function Confirmation({ pageKey }: { readonly pageKey: string }) {
  const t = useTranslations('desk');
  const { editor, languages, language } = useDesk();
  const [reason, setReason] = useState<string | null>(null);
  const { checked, status, refresh } = editor;
  if (!checked || checked.sections.length === 0) return null;
  const { sections, isOneSided } = checked;
  const confirm = async () => {
    const answer = await ask(language, 'confirm', { key: pageKey, hasNoEffect: isOneSided });
    setReason(answer.ok ? null : (answer.reason ?? t('status.unreachable')));
    if (answer.ok) refresh();
  };
  return (
    <section className="desk-confirm" aria-label={t('confirm')}>
      <h2>{t('confirm')}</h2>
      <p>{isOneSided ? t('confirmOne') : t('confirmBoth')}</p>
      {sections.map((section) => (
        <div key={section.title} className="desk-columns">
          {languages.map(({ code, tag, name }) => (
            <p key={code} lang={tag}>
              {section.changes[code]?.length ? (
                section.changes[code].map((part, index) =>
                  part.kind === 'gone' ? (
                    <del key={index}>{part.text}</del>
                  ) : part.kind === 'new' ? (
                    <ins key={index}>{part.text}</ins>
                  ) : (
                    part.text
                  ),
                )
              ) : (
                <span lang={language}>{t('unchanged', { section: section.title, language: name })}</span>
              )}
            </p>
          ))}
        </div>
      ))}
      <button type="button" disabled={status !== 'saved'} onClick={confirm}>
        {isOneSided ? t('confirmOneButton') : t('confirmBothButton')}
      </button>
      {reason !== null && <p role="alert">{reason}</p>}
    </section>
  );
}
