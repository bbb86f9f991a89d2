'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useState } from 'react';
import type { Version } from '../server/git.ts';
import { ask } from './ask.ts';
import { type Desk, DeskContext, type ScreenProps, useDesk } from './context.tsx';
import { Conflicts, Summary } from './findings.tsx';
import { Preview, type PreviewProps } from './preview.tsx';

interface FrameProps extends Pick<ScreenProps, 'title'>, Pick<PreviewProps, 'paths'>, Omit<Desk, 'onVisit'> {
  readonly children: ReactNode;
}

/** The frame of an editor: its title, what the gate finds, undo, earlier versions, and the live page beside it. */
export function EditorFrame({ title, paths, children, ...desk }: FrameProps) {
  const t = useTranslations('desk');
  const { editor, language } = desk;
  const [place, setPlace] = useState({ code: language, words: '' });
  const undoByKey = (event: React.KeyboardEvent) => {
    const isField = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
    if (isField || event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    (event.shiftKey ? editor.redo : editor.undo)?.();
  };
  return (
    <DeskContext value={{ ...desk, onVisit: (code, words) => setPlace({ code, words }) }}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the two buttons below */}
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
          <OtherWriter />
          <Conflicts />
          {children}
          <History />
        </main>
        <Preview paths={paths} place={place} />
      </div>
    </DeskContext>
  );
}

/** Locks the open files for this window, or names who else writes them. */
function OtherWriter() {
  const t = useTranslations('desk');
  const { language, editor } = useDesk();
  const files = Object.keys(editor.texts);
  const [other, setOther] = useState<string | null>(null);
  const lock = async (take: boolean) => {
    const answer = await ask<{ other: string | null }>(language, 'lock', { files, take });
    setOther(answer.ok ? answer.value.other : null);
    if (take) editor.refresh();
  };
  useEffect(() => {
    lock(false);
    const timer = setInterval(() => lock(false), 20_000);
    const release = () => ask(language, 'release', { files });
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
  const { editor, language } = useDesk();
  const files = Object.keys(editor.texts);
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
    <details onToggle={({ currentTarget }) => currentTarget.open && versions === null && load()}>
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
