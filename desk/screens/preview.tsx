'use client';

import { useTranslations } from 'next-intl';
import { type RefObject, useEffect, useRef, useState } from 'react';

interface PreviewProps {
  /** The paths of the page, by language. */
  readonly paths: Readonly<Record<string, string>>;
  /** The language of the page to show, and the words to scroll to. */
  readonly place: { readonly code: string; readonly words: string };
}

/** The live page, scrolled to the words that the editor works at, and how it appears elsewhere. */
export function Preview({ paths, place }: PreviewProps) {
  const t = useTranslations('desk');
  const frame = useRef<HTMLIFrameElement>(null);
  const path = paths[place.code];
  const scroll = () => {
    elementWith(frame.current?.contentDocument, place.words)?.scrollIntoView({ block: 'center' });
  };
  useEffect(scroll, [place.words]);
  if (path === undefined) return null;
  return (
    <aside className="desk-preview" aria-label={t('preview')}>
      <div className="desk-bar">
        {(['phone', 'desktop'] as const).map((width) => (
          <label key={width}>
            <input type="radio" name="width" value={width} defaultChecked={width === 'phone'} /> {t(width)}
          </label>
        ))}
        <a href={path} target="_blank" rel="noreferrer">
          {t('openPage')}
        </a>
      </div>
      <Elsewhere key={path} frame={frame} />
      <iframe ref={frame} loading="lazy" title={t('preview')} src={path} onLoad={scroll} />
    </aside>
  );
}

/** The smallest element of a page with the first words of a text; marks of Markdown do not count. */
function elementWith(page: Document | null | undefined, words: string): Element | null {
  const plain = (text: string) => text.replace(/\]\([^)]*\)/g, '').replace(/[^\p{L}\p{N}]+/gu, '');
  const wanted = plain(words.slice(0, 60)).slice(0, 30);
  if (wanted === '') return null;
  const found = [...(page?.querySelectorAll('main *') ?? [])];
  return found.findLast((element) => plain(element.textContent).includes(wanted)) ?? null;
}

/** How the page appears in search results, when shared, and on paper: read from the live page. */
function Elsewhere({ frame }: { readonly frame: RefObject<HTMLIFrameElement | null> }) {
  const t = useTranslations('desk');
  // A new object at each reading: the same document may have more by then.
  const [{ page }, setRead] = useState<{ readonly page?: Document | null | undefined }>({});
  const meta = (name: string) =>
    page?.querySelector<HTMLMetaElement>(`meta[name="${name}"], meta[property="${name}"]`)?.content ?? '';
  return (
    <details onToggle={() => setRead({ page: frame.current?.contentDocument })}>
      <summary>{t('appearance')}</summary>
      <h2>{t('inSearch')}</h2>
      <div className="desk-group">
        <small>{page?.location.pathname}</small>
        <p>
          <strong>{page?.title}</strong>
        </p>
        {meta('description')}
      </div>
      <h2>{t('shared')}</h2>
      <div className="desk-group">
        <p className="desk-card">{meta('og:image:alt')}</p>
        <small>{meta('og:site_name')}</small>
        <p>
          <strong>{meta('og:title')}</strong>
        </p>
        {meta('og:description')}
      </div>
      <button type="button" onClick={() => frame.current?.contentWindow?.print()}>
        {t('paper')}
      </button>
    </details>
  );
}
