'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import type { Suggestion } from '../server/suggestion.ts';
import { ask } from './api.ts';
import type { ScreenProps } from './screen.ts';

/** What changed, as words before and after, and the form that makes a proposal of it. */
export function ProposalScreen({ suggestion, language, title }: ScreenProps & { readonly suggestion: Suggestion }) {
  const t = useTranslations('desk');
  const [outcome, setOutcome] = useState<string | null>(null);
  const { changes, author, mail } = suggestion;
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const word = (name: string) => String(data.get(name) ?? '');
    const confirmed = word('confirmed').trim();
    const note = [word('note').trim(), confirmed === '' ? '' : `${t('confirmedBy')}: ${confirmed}`]
      .filter(Boolean)
      .join('\n\n');
    const files = changes
      .filter(({ group }) => data.has(group))
      .flatMap(({ files: own }) => own.map(({ file }) => file));
    if (files.length === 0) return setOutcome(t('nothingChosen'));
    const input = { files, title: word('title'), note, author: word('author'), mail: word('mail') };
    const answer = await ask<{ branch: string; sent: boolean }>(language, 'propose', input);
    if (!answer.ok) return setOutcome(answer.reason ?? t('status.unreachable'));
    const { branch, sent } = answer.value;
    setOutcome(sent ? t('proposalSent', { branch }) : t('proposalKept', { branch }));
  };
  return (
    <main id="main" className="desk-list">
      <p>
        <a href={`/desk/${language}`}>{t('title')}</a>
      </p>
      <h1>{title}</h1>
      <p role="status">
        {outcome ?? (suggestion.hasGit ? t('changesCount', { count: changes.length }) : t('refused.noGit'))}
      </p>
      {changes.length > 0 && (
        <form onSubmit={submit} className="desk-form">
          {changes.map(({ group, name, files }) => (
            <fieldset key={group} className="desk-group">
              <legend>
                <label>
                  <input type="checkbox" name={group} defaultChecked /> {name}
                </label>
              </legend>
              {files.map(({ file, parts }) => (
                <p key={file}>
                  <small>{file}</small>
                  <br />
                  {parts.map((part, index) =>
                    part.kind === 'gone' ? (
                      <del key={index}>{part.text}</del>
                    ) : part.kind === 'new' ? (
                      <ins key={index}>{part.text}</ins>
                    ) : (
                      part.text
                    ),
                  )}
                </p>
              ))}
            </fieldset>
          ))}
          <label>
            {t('proposalTitle')}
            <input name="title" required maxLength={72} />
          </label>
          <label>
            {t('proposalNote')}
            <textarea name="note" rows={3} />
          </label>
          <label>
            {t('proposalConfirmed')}
            <input name="confirmed" />
          </label>
          <label>
            {t('yourName')}
            <input name="author" required defaultValue={author} autoComplete="name" />
          </label>
          <label>
            {t('yourMail')}
            <input name="mail" type="email" required defaultValue={mail} autoComplete="email" />
          </label>
          <button type="submit">{t('propose')}</button>
        </form>
      )}
    </main>
  );
}
