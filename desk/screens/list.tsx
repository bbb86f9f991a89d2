'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Lists } from '../server/content.ts';
import type { ScreenProps } from './context.tsx';
import { ClosedForm, Labelled } from './forms.tsx';

const kinds = ['pages', 'news', 'contacts', 'notices', 'templates', 'files'] as const;

const keyForm = '[a-z]+([\\-\\/][a-z]+|-\\d{4})*';

/** Everything that can be edited, with a filter, and what can be made. */
export function List({ groups, language, title }: ScreenProps & { readonly groups: Lists }) {
  const t = useTranslations('desk');
  const [query, setQuery] = useState('');
  const wanted = query.trim().toLowerCase();
  const optionsOf = (items: Lists['pages']) =>
    items.map(({ screen, title: label }) => ({ value: screen.replace(/^page\/|.*templates\//, ''), label }));
  return (
    <main id="main" className="desk-list">
      <h1>{title}</h1>
      <p>
        <a href={`/desk/${language}/propose`}>{t('propose')}</a>
      </p>
      <ClosedForm action="notice" title={t('newNotice')} help={t('newNoticeHelp')} button={t('putUp')}>
        <Labelled name="template" label={t('template')} options={optionsOf(groups.templates)} />
        <Labelled
          name="page"
          label={t('where')}
          options={[{ value: '', label: t('everywhere') }, ...optionsOf(groups.pages)]}
        />
      </ClosedForm>
      {(['page', 'news', 'contact'] as const).map((kind) => (
        <ClosedForm key={kind} action="new" title={t(`new.${kind}`)} help={t(`newHelp.${kind}`)} input={{ kind }}>
          <Labelled name="key" label={t('key')} required pattern={keyForm} />
        </ClosedForm>
      ))}
      <Labelled type="search" label={t('filter')} value={query} onChange={({ target }) => setQuery(target.value)} />
      {kinds.map((kind) => {
        const found = groups[kind].filter((each) => `${each.title} ${each.id}`.toLowerCase().includes(wanted));
        return (
          found.length > 0 && (
            <section key={kind} aria-labelledby={`desk-${kind}`}>
              <h2 id={`desk-${kind}`}>{t(`lists.${kind}`)}</h2>
              <ul>
                {found.map(({ id, screen, title: name, states }) => (
                  <li key={id}>
                    <a href={`/desk/${language}/${screen}`}>{name}</a> <small>{id}</small> <small>{states}</small>
                  </li>
                ))}
              </ul>
            </section>
          )
        );
      })}
    </main>
  );
}
