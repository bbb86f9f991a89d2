'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useState } from 'react';
import { useAsk } from './ask.ts';
import { useDesk } from './context.tsx';
import { Conflicts, Summary } from './findings.tsx';
import type { Editor } from './use-editor.ts';

/** The frame of an editor: its title, what the gate finds, undo, earlier versions, and the live page beside it. */
export function EditorFrame({ preview, children }: { readonly preview: ReactNode; readonly children: ReactNode }) {
  const t = useTranslations('desk');
  const { editor, language, title } = useDesk();
  useUndoKeys(editor);
  return (
    <div className="desk-editor">
      <main id="main" data-status={editor.status}>
        <p>
          <a href={`/desk/${language}`}>{t('title')}</a>
        </p>
        <h1>{title}</h1>
        <div className="desk-bar">
          {(['undo', 'redo'] as const).map((step) => (
            <button key={step} type="button" disabled={!editor[step]} onClick={() => editor[step]?.()}>
              {t(step)}
            </button>
          ))}
          <a href={`/desk/${language}/propose`}>{t('propose')}</a>
        </div>
        <Summary />
        <OtherWriter />
        <Conflicts />
        {children}
        <History />
      </main>
      {preview}
    </div>
  );
}

/** Undoes and redoes with Ctrl+Z, Ctrl+Y and Ctrl+Shift+Z (⌘ on a Mac). In a field, the browser does it with what was typed there. */
function useUndoKeys(editor: Editor) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { target, ctrlKey, metaKey, shiftKey } = event;
      const isTyping =
        target instanceof Element && target.matches('textarea, input:not([type="checkbox"], [type="radio"])');
      const key = (ctrlKey || metaKey) && !isTyping ? event.key.toLowerCase() : '';
      const step = key === 'z' ? editor[shiftKey ? 'redo' : 'undo'] : key === 'y' ? editor.redo : undefined;
      if (step === undefined) return;
      event.preventDefault();
      step?.();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });
}

/** Locks the open files for this window, or names who else writes them. */
function OtherWriter() {
  const t = useTranslations('desk');
  const ask = useAsk();
  const { editor } = useDesk();
  const files = Object.keys(editor.texts);
  const [other, setOther] = useState<string | null>(null);
  const lock = async (take: boolean) => {
    const answer = await ask<{ other: string | null }>('lock', { files, take });
    setOther(answer.ok ? answer.value.other : null);
  };
  // Saves the texts that the lock of another window refused.
  useEffect(editor.refresh, [other]);
  useEffect(() => {
    lock(false);
    const timer = setInterval(() => lock(false), 20_000);
    const release = () => ask('release', { files });
    addEventListener('pagehide', release);
    return () => {
      clearInterval(timer);
      removeEventListener('pagehide', release);
    };
  }, []);
  if (other === null) return null;
  return (
    <section className="desk-note" aria-label={t('lock')}>
      <p role="alert">{t('refused.locked', { name: other })}</p>
      <button type="button" onClick={() => lock(true)}>
        {t('takeOver')}
      </button>
    </section>
  );
}

/** Earlier versions of the open files. Bringing one back is a new edit, which can be undone. */
function History() {
  const t = useTranslations('desk');
  const ask = useAsk();
  const { editor, versions } = useDesk();
  const bringBack = async (commit: string) => {
    const texts: Record<string, string> = {};
    for (const file of Object.keys(editor.texts)) {
      const answer = await ask<{ text: string }>('version', { commit, file });
      if (answer.ok && answer.value.text !== '') texts[file] = answer.value.text;
    }
    editor.change(texts, `version ${commit}`);
  };
  return (
    <details>
      <summary>{t('history')}</summary>
      {versions.length === 0 && <p>{t('noHistory')}</p>}
      <ol>
        {versions.map(({ commit, day, author, subject }) => (
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
