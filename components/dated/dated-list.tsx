import { useTranslations } from 'next-intl';
import { formatDay } from '#lib/languages/dates.ts';
import type { Language } from '#lib/languages/languages.ts';

/** Something with a day that a list leads to. */
export interface DatedEntry {
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly path: string;
  readonly title: string;
  /** A sentence about it; null for the title alone. */
  readonly text: string | null;
}

/** Classes of a list with a rule between its entries, which have none: there may be hundreds. */
export const datedList =
  'border-t border-line *:mt-0 *:break-inside-avoid *:border-b *:border-line *:py-3 [&>li>time]:block [&>li>time]:text-sm/[1.5] [&>li>time]:text-soft';

/** A list of entries in the order given, each with its day. */
export function DatedList({ language, entries }: { language: Language; entries: readonly DatedEntry[] }) {
  return (
    <ul className={datedList}>
      {entries.map(({ day, path, title, text }) => (
        <li key={path}>
          <time dateTime={day}>{formatDay(day, language)}</time>
          <a href={path}>{title}</a>
          {text !== null && <p>{text}</p>}
        </li>
      ))}
    </ul>
  );
}

/** Entries, the latest first, under a heading for each year; with links to the years when there are at least three. */
export function YearlyList({ language, entries }: { language: Language; entries: readonly DatedEntry[] }) {
  const t = useTranslations();
  const years = [...Map.groupBy(entries, ({ day }) => day.slice(0, 4))];
  return (
    <>
      {years.length > 2 && (
        <nav aria-label={t('years')} className="print:hidden">
          <p className="-ml-2.5 flex flex-wrap">
            {years.map(([year]) => (
              <a key={year} className="control" href={`#year-${year}`}>
                {year}
              </a>
            ))}
          </p>
        </nav>
      )}
      {years.map(([year, ofYear]) => (
        <section key={year} className="flow-3 in-prose:not-first:mt-[1.75em]" aria-labelledby={`year-${year}`}>
          <h2 id={`year-${year}`}>{year}</h2>
          <DatedList language={language} entries={ofYear} />
        </section>
      ))}
    </>
  );
}
