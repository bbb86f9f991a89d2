'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import type { Item, Lists } from '../server/screens-data.ts';
import { ask } from './api.ts';
import type { ScreenProps } from './screen.ts';
import { Options } from './simple-field.tsx';

/** Everything that can be edited, with a filter, and what can be made. */
export function List({ lists, language, title }: ScreenProps & { readonly lists: Lists }) {
  const t = useTranslations('desk');
  const [query, setQuery] = useState('');
  const [reason, setReason] = useState<string | null>(null);
  const wanted = query.trim().toLowerCase();
  const matches = ({ title: name, id }: Item) => `${name} ${id}`.toLowerCase().includes(wanted);
  /** Runs an action and opens a screen after it, or says why not. */
  const run = async (action: string, input: object, screen: string) => {
    const answer = await ask(language, action, input);
    if (answer.ok) location.assign(`/desk/${language}/${screen}`);
    else setReason(answer.reason ?? t('status.unreachable'));
  };
  const open = (screen: string) => location.assign(`/desk/${language}/${screen}`);
  const groups = [
    ['pages', lists.pages],
    ['contacts', lists.contacts],
    ['notices', lists.notices],
  ] as const;
  return (
    <main id="main" className="desk-list">
      <h1>{title}</h1>
      <p className="desk-bar">
        <a href={`/desk/${language}/propose`}>{t('propose')}</a>
        <a href={`/desk/${language}/record/site`}>{t('settings')}</a>
      </p>
      {reason !== null && <p role="alert">{reason}</p>}
      <p className="desk-field">
        <label htmlFor="desk-filter">{t('filter')}</label>
        <input id="desk-filter" type="search" value={query} onChange={({ target }) => setQuery(target.value)} />
      </p>
      {groups.map(([name, items]) => (
        <section key={name} aria-labelledby={`desk-${name}`}>
          <h2 id={`desk-${name}`}>{t(`lists.${name}`)}</h2>
          <ul>
            {items.filter(matches).map((item) => (
              <li key={item.id}>
                <a href={`/desk/${language}/${item.screen}`}>{item.title}</a> <small>{item.id}</small>{' '}
                {Object.entries(item.states).map(([code, state]) => (
                  <small key={code}>
                    {code}: {state}{' '}
                  </small>
                ))}
                {name === 'notices' && (
                  <button type="button" onClick={() => run('withoutNotice', { key: item.id }, '')}>
                    {t('takeDown', { title: item.title })}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
      <NoticeForm lists={lists} onPost={(input) => run('notice', input, '')} />
      <NameForm title={t('newPage')} help={t('newPageHelp')} onName={(key) => run('new', { key }, `page/${key}`)} />
      <NameForm title={t('newContact')} help={t('newContactHelp')} onName={(id) => open(`record/contacts/${id}`)} />
      <RenameForm pages={lists.pages} onRename={(from, to) => run('rename', { from, to }, `page/${to}`)} />
    </main>
  );
}

/** Puts up a prepared notice, on the whole site or on one page. */
function NoticeForm({ lists, onPost }: { readonly lists: Lists; readonly onPost: (input: object) => void }) {
  const t = useTranslations('desk');
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const [page, template] = [String(data.get('page')), String(data.get('template'))];
    onPost({ template, everywhere: page === '', pages: page === '' ? [] : [page], units: [] });
  };
  return (
    <form onSubmit={submit} className="desk-form">
      <h2>{t('newNotice')}</h2>
      <p>{t('newNoticeHelp')}</p>
      <label>
        {t('template')}
        <select name="template">
          <Options options={lists.templates} />
        </select>
      </label>
      <label>
        {t('where')}
        <select name="page">
          <option value="">{t('everywhere')}</option>
          <Options options={lists.pages.map(({ id, title }) => ({ value: id, label: title }))} />
        </select>
      </label>
      <button type="submit">{t('putUp')}</button>
    </form>
  );
}

interface NameFormProps {
  readonly title: string;
  readonly help: string;
  readonly onName: (name: string) => void;
}

function NameForm({ title, help, onName }: NameFormProps) {
  const t = useTranslations('desk');
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onName(String(new FormData(event.currentTarget).get('name')));
  };
  return (
    <form onSubmit={submit} className="desk-form">
      <h2>{title}</h2>
      <p>{help}</p>
      <label>
        {t('key')}
        <input name="name" required pattern="[a-z]+([\-\/][a-z]+)*" />
      </label>
      <button type="submit">{title}</button>
    </form>
  );
}

function RenameForm({
  pages,
  onRename,
}: {
  readonly pages: readonly Item[];
  readonly onRename: (from: string, to: string) => void;
}) {
  const t = useTranslations('desk');
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    onRename(String(data.get('from')), String(data.get('to')));
  };
  return (
    <form onSubmit={submit} className="desk-form">
      <h2>{t('rename')}</h2>
      <p>{t('renameHelp')}</p>
      <label>
        {t('page')}
        <select name="from">
          <Options options={pages.map(({ id, title }) => ({ value: id, label: `${title} (${id})` }))} />
        </select>
      </label>
      <label>
        {t('newKey')}
        <input name="to" required pattern="[a-z]+([\-\/][a-z]+)*" />
      </label>
      <button type="submit">{t('rename')}</button>
    </form>
  );
}
