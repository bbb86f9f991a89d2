'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Item, Lists } from '../server/content.ts';
import type { ScreenProps } from './context.tsx';
import { ActionForm, Labelled } from './forms.tsx';
import { Options } from './inputs.tsx';

const keyForm = '[a-z]+([\\-\\/][a-z]+)*';

/** Everything that can be edited, with a filter, and what can be made. */
export function List({ lists, language, title, day }: ScreenProps & { readonly lists: Lists; readonly day: string }) {
  const t = useTranslations('desk');
  const [query, setQuery] = useState('');
  const wanted = query.trim().toLowerCase();
  const matches = ({ title: name, id }: Item) => `${name} ${id}`.toLowerCase().includes(wanted);
  return (
    <main id="main" className="desk-list">
      <h1>{title}</h1>
      <p>
        <a href={`/desk/${language}/propose`}>{t('propose')}</a>
      </p>
      <NewForms lists={lists} day={day} />
      <Labelled label={t('filter')}>
        <input type="search" value={query} onChange={({ target }) => setQuery(target.value)} />
      </Labelled>
      {lists.groups
        .map(({ kind, items }) => ({ kind, items: items.filter(matches) }))
        .filter(({ items }) => items.length > 0)
        .map(({ kind, items }) => (
          <section key={kind} aria-labelledby={`desk-${kind}`}>
            <h2 id={`desk-${kind}`}>{t(`lists.${kind}`)}</h2>
            <ul>
              {items.map((item) => (
                <li key={item.id}>
                  <a href={`/desk/${language}/${item.screen}`}>{item.title}</a> <small>{item.id}</small>{' '}
                  {Object.entries(item.states).map(([code, state]) => (
                    <small key={code}>
                      {code}: {state}{' '}
                    </small>
                  ))}
                </li>
              ))}
            </ul>
          </section>
        ))}
    </main>
  );
}

interface NewFormProps {
  readonly lists: Lists;
  /** Today, YYYY-MM-DD. */
  readonly day: string;
}

/** A new notice, page, news item or contact, and another key for a page. */
function NewForms({ lists, day }: NewFormProps) {
  const t = useTranslations('desk');
  const pages = (lists.groups.find(({ kind }) => kind === 'pages')?.items ?? []).map(({ id, title }) => ({
    value: id,
    label: title,
  }));
  return (
    <>
      <ActionForm
        title={t('newNotice')}
        help={t('newNoticeHelp')}
        button={t('putUp')}
        request={(value) => {
          const [template, page] = [value('template'), value('page')];
          const name = page === '' ? template : `${template}-${page.replaceAll('/', '-')}`;
          const input = { template, pages: page === '' ? [] : [page] };
          return { action: 'notice', input, screen: `record/notices/${name}` };
        }}
      >
        <Labelled label={t('template')}>
          <select name="template">
            <Options options={lists.templates} />
          </select>
        </Labelled>
        <Labelled label={t('where')}>
          <select name="page">
            <Options options={[{ value: '', label: t('everywhere') }, ...pages]} />
          </select>
        </Labelled>
      </ActionForm>
      {(['page', 'news', 'contact'] as const).map((kind) => (
        <ActionForm
          key={kind}
          title={t(`new.${kind}`)}
          help={t(`newHelp.${kind}`)}
          button={t(`new.${kind}`)}
          request={(value) => {
            const key = kind === 'news' ? `news/${day}-${value('key')}` : value('key');
            if (kind === 'contact') return { action: null, input: {}, screen: `record/contacts/${key}` };
            return { action: 'new', input: { key }, screen: `page/${key}` };
          }}
        >
          <Labelled label={t('key')}>
            <input name="key" required pattern={keyForm} />
          </Labelled>
        </ActionForm>
      ))}
      <ActionForm
        title={t('rename')}
        help={t('renameHelp')}
        button={t('rename')}
        request={(value) => {
          const to = value('to');
          return { action: 'rename', input: { from: value('from'), to }, screen: `page/${to}` };
        }}
      >
        <Labelled label={t('page')}>
          <select name="from">
            <Options options={pages} />
          </select>
        </Labelled>
        <Labelled label={t('newKey')}>
          <input name="to" required pattern={keyForm} />
        </Labelled>
      </ActionForm>
    </>
  );
}
