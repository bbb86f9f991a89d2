import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

/** No heading of a text can have it, because no heading begins like this. The ids of notes are alike. */
const titleId = 'notes_title';

/** The heading above the footnotes of a page. */
export function NotesTitle() {
  return <h2 id={titleId}>{useTranslations()('notes.title')}</h2>;
}

/** The footnotes of a page, at its end. */
export function Notes({ children }: { children: ReactNode }) {
  return (
    <section className="max-w-text text-sm/[1.5]" role="doc-endnotes" aria-labelledby={titleId}>
      <ol className="list-decimal pl-[1.75em]">{children}</ol>
    </section>
  );
}

/** One footnote. */
export function Note({ number, children }: { number: string; children: ReactNode }) {
  return (
    <li id={`note_${number}`} className="flow-[0.5em] mt-[0.5em] pl-[0.25em]">
      {children}
    </li>
  );
}

/** The raised number that leads to a footnote. */
export function NoteMark({ number, mention }: { number: string; mention: string }) {
  const t = useTranslations();
  return (
    <sup className="text-[0.75em]/[0]" data-search="skip">
      <a
        id={`note_${number}_${mention}`}
        className="px-0.5"
        href={`#note_${number}`}
        role="doc-noteref"
        aria-label={t('notes.mark', { number })}
      >
        {number}
      </a>
    </sup>
  );
}

/** The way back from a footnote to a place that mentions it. */
export function NoteBack({ number, mention }: { number: string; mention: string }) {
  const t = useTranslations();
  return (
    <a
      className="print:hidden"
      href={`#note_${number}_${mention}`}
      role="doc-backlink"
      aria-label={t('notes.backFrom', { number, mention })}
      data-search="skip"
    >
      {t('notes.back', { mention })}
    </a>
  );
}
