'use client';

import { useTranslations } from 'next-intl';
import type { Suggestion } from '../server/git.ts';
import type { ScreenProps } from './context.tsx';
import { Change } from './findings.tsx';
import { ActionForm, Labelled } from './forms.tsx';

/** `isSignedIn`: a proxy names the editor, who then cannot change it. */
type Suggested = { readonly suggestion: Suggestion; readonly isSignedIn: boolean };

/** What changed, as words before and after, and the form that makes a proposal of it. */
export function ProposalScreen({ suggestion, isSignedIn, language, title }: ScreenProps & Suggested) {
  const t = useTranslations('desk');
  const { changes, author, mail, hasGit } = suggestion;
  const person = { required: true, readOnly: isSignedIn };
  return (
    <main id="main" className="desk-list">
      <p>
        <a href={`/desk/${language}`}>{t('title')}</a>
      </p>
      <h1>{title}</h1>
      <p>{hasGit ? t('changesCount', { count: changes.length }) : t('refused.noGit')}</p>
      {changes.length > 0 && (
        <ActionForm action="propose" button={t('propose')}>
          {changes.map(({ group, files }) => (
            <fieldset key={group} className="desk-group">
              <legend>
                <label>
                  <input type="checkbox" name="groups" value={group} defaultChecked /> {group.replace('content/', '')}
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
          <Labelled name="title" label={t('proposalTitle')} required maxLength={72} />
          <label className="desk-field">
            {t('proposalNote')}
            <textarea name="note" rows={3} />
          </label>
          <Labelled name="confirmed" label={t('proposalConfirmed')} />
          <Labelled name="author" label={t('yourName')} {...person} defaultValue={author} autoComplete="name" />
          <Labelled
            name="mail"
            label={t('yourMail')}
            {...person}
            defaultValue={mail}
            type="email"
            autoComplete="email"
          />
        </ActionForm>
      )}
    </main>
  );
}
