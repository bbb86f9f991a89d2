'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import type { Suggestion } from '../server/git.ts';
import { ask } from './ask.ts';
import type { ScreenProps } from './context.tsx';
import { Change } from './findings.tsx';
import { Labelled } from './forms.tsx';

interface ProposalProps extends ScreenProps {
  readonly suggestion: Suggestion;
  /** Whether a proxy names the editor, who then cannot change it. */
  readonly isSignedIn: boolean;
}

/** What changed, as words before and after, and the form that makes a proposal of it. */
export function ProposalScreen({ suggestion, isSignedIn, language, title }: ProposalProps) {
  const t = useTranslations('desk');
  const [outcome, setOutcome] = useState<string | null>(null);
  const { changes, author, mail, hasGit } = suggestion;
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const word = (name: string) => String(data.get(name) ?? '').trim();
    const confirmed = word('confirmed') && `${t('confirmedBy')}: ${word('confirmed')}`;
    const chosen = changes.filter(({ group }) => data.has(group));
    const files = chosen.flatMap(({ files: own }) => own.map(({ file }) => file));
    if (files.length === 0) return setOutcome(t('nothingChosen'));
    const note = [word('note'), confirmed].filter(Boolean).join('\n\n');
    const input = { files, title: word('title'), note, author: word('author'), mail: word('mail') };
    const answer = await ask<{ branch: string; sent: boolean }>(language, 'propose', input);
    if (!answer.ok) return setOutcome(answer.reason ?? t('status.unreachable'));
    const { branch, sent } = answer.value;
    setOutcome(t(sent ? 'proposalSent' : 'proposalKept', { branch }));
  };
  return (
    <main id="main" className="desk-list">
      <p>
        <a href={`/desk/${language}`}>{t('title')}</a>
      </p>
      <h1>{title}</h1>
      <p role="status">{outcome ?? (hasGit ? t('changesCount', { count: changes.length }) : t('refused.noGit'))}</p>
      {changes.length > 0 && (
        <form onSubmit={submit}>
          {changes.map(({ group, files }) => (
            <fieldset key={group} className="desk-group">
              <legend>
                <label>
                  <input type="checkbox" name={group} defaultChecked /> {group.replace('content/', '')}
                </label>
              </legend>
              {files.map(({ file, parts }) => (
                <p key={file}>
                  <small>{file}</small>
                  <br />
                  <Change parts={parts} />
                </p>
              ))}
            </fieldset>
          ))}
          <Labelled label={t('proposalTitle')}>
            <input name="title" required maxLength={72} />
          </Labelled>
          <Labelled label={t('proposalNote')}>
            <textarea name="note" rows={3} />
          </Labelled>
          <Labelled label={t('proposalConfirmed')}>
            <input name="confirmed" />
          </Labelled>
          <Labelled label={t('yourName')}>
            <input name="author" required readOnly={isSignedIn} defaultValue={author} autoComplete="name" />
          </Labelled>
          <Labelled label={t('yourMail')}>
            <input name="mail" type="email" required readOnly={isSignedIn} defaultValue={mail} autoComplete="email" />
          </Labelled>
          <button type="submit">{t('propose')}</button>
        </form>
      )}
    </main>
  );
}
