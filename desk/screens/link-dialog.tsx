'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { usePage } from './page-context.tsx';

interface LinkProps {
  /** The id of the field that gets the link. */
  readonly field: string;
  /** The language of that field. */
  readonly code: string;
  readonly label: string;
  readonly onTarget: (target: string) => void;
}

/** A button that opens the list of pages, their sections and the contacts, by name. */
export function LinkButton({ field, code, label, onTarget }: LinkProps) {
  const t = useTranslations('desk');
  const { targets } = usePage();
  const dialog = useRef<HTMLDialogElement>(null);
  const [query, setQuery] = useState('');
  const choose = (target: string) => {
    onTarget(target);
    dialog.current?.close();
    document.getElementById(field)?.focus();
  };
  const wanted = query.trim().toLowerCase();
  const found = targets.filter(({ title, target }) => `${title} ${target}`.toLowerCase().includes(wanted));
  const isWeb = /^https:\/\/\S+\.\S+$/.test(query.trim());
  return (
    <>
      <button type="button" className="desk-quiet" onClick={() => dialog.current?.showModal()}>
        {label}
      </button>
      <dialog ref={dialog} aria-label={label}>
        <label>
          {t('linkTo')}
          <input type="search" value={query} onChange={({ target }) => setQuery(target.value)} />
        </label>
        <ul className="desk-targets">
          {isWeb && (
            <li>
              <button type="button" onClick={() => choose(query.trim())}>
                {query.trim()}
              </button>
            </li>
          )}
          {found.map(({ target, title, sections }) => (
            <li key={target}>
              <button type="button" onClick={() => choose(target)}>
                {title}
              </button>
              {wanted !== '' &&
                sections[code]?.map(({ value, label: heading }) => (
                  <button key={value} type="button" className="desk-quiet" onClick={() => choose(`${target}#${value}`)}>
                    {heading}
                  </button>
                ))}
            </li>
          ))}
        </ul>
        <button type="button" onClick={() => dialog.current?.close()}>
          {t('close')}
        </button>
      </dialog>
    </>
  );
}
