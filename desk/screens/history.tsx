'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Version } from '../server/git.ts';
import { ask } from './api.ts';
import { useDesk } from './context.tsx';

/** Earlier versions of the open files. Bringing one back is a new edit, which can be undone. */
export function History({ files }: { readonly files: readonly string[] }) {
  const t = useTranslations('desk');
  const { editor, language } = useDesk();
  const [versions, setVersions] = useState<readonly Version[] | null>(null);
  const load = async () => {
    const answer = await ask<readonly Version[]>(language, 'history', { files });
    setVersions(answer.ok ? answer.value : []);
  };
  const bringBack = async (commit: string) => {
    const answers = await Promise.all(
      files.map(async (file) => [file, await ask<{ text: string }>(language, 'version', { commit, file })] as const),
    );
    const found = answers.flatMap(([file, answer]) =>
      answer.ok && answer.value.text !== '' ? [[file, answer.value.text]] : [],
    );
    editor.change(Object.fromEntries(found), `version ${commit}`);
  };
  return (
    <details
      className="desk-history"
      onToggle={({ currentTarget }) => currentTarget.open && versions === null && load()}
    >
      <summary>{t('history')}</summary>
      {versions?.length === 0 && <p>{t('noHistory')}</p>}
      <ol>
        {versions?.map(({ commit, day, author, subject }) => (
          <li key={commit}>
            {day}, {author}: {subject}{' '}
            <button type="button" onClick={() => bringBack(commit)} aria-label={t('bringBack', { day, subject })}>
              {t('bringBackShort')}
            </button>
          </li>
        ))}
      </ol>
    </details>
  );
}
