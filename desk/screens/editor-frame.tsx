'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { useDesk } from './context.tsx';
import { Conflicts, Summary } from './findings.tsx';
import { History } from './history.tsx';
import type { ScreenProps } from './screen.ts';

/** The frame of an editor: its title, what the gate says, undo, earlier versions, and the live page beside it. */
export function EditorFrame({
  title,
  language,
  files,
  preview,
  anchor,
  code,
  children,
}: ScreenProps & {
  readonly files: readonly string[];
  readonly preview: Readonly<Record<string, string>> | null;
  /** The section of the page to show; null for its top. */
  readonly anchor: string | null;
  /** The language of the page to show. */
  readonly code: string;
  readonly children: ReactNode;
}) {
  const t = useTranslations('desk');
  const { editor } = useDesk();
  const [isNarrow, setNarrow] = useState(true);
  const undoByKey = (event: React.KeyboardEvent) => {
    const isField = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
    if (isField || event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    (event.shiftKey ? editor.redo : editor.undo)?.();
  };
  const shown = preview?.[code];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the two buttons below
    <div className="desk-editor" onKeyDown={undoByKey}>
      <main id="main">
        <p>
          <a href={`/desk/${language}`}>{t('title')}</a>
        </p>
        <h1>{title}</h1>
        <div className="desk-bar">
          <button type="button" disabled={!editor.undo} onClick={() => editor.undo?.()}>
            {t('undo')}
          </button>
          <button type="button" disabled={!editor.redo} onClick={() => editor.redo?.()}>
            {t('redo')}
          </button>
          <a href={`/desk/${language}/propose`}>{t('propose')}</a>
        </div>
        <Summary />
        <Conflicts />
        {children}
        <History files={files} />
      </main>
      {shown && (
        <aside className="desk-preview" aria-label={t('preview')}>
          <div className="desk-bar">
            <button type="button" aria-pressed={isNarrow} onClick={() => setNarrow(true)}>
              {t('phone')}
            </button>
            <button type="button" aria-pressed={!isNarrow} onClick={() => setNarrow(false)}>
              {t('desktop')}
            </button>
            <a href={shown} target="_blank" rel="noreferrer">
              {t('openPage')}
            </a>
          </div>
          <iframe title={t('preview')} data-narrow={isNarrow} src={anchor === null ? shown : `${shown}#${anchor}`} />
        </aside>
      )}
    </div>
  );
}
