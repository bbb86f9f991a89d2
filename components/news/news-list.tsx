import type { Language } from '#lib/languages/languages.ts';
import { newsOf, type Page, twinOf, type View } from '#lib/site/site.ts';
import { type DatedEntry, YearlyList } from '../dated/dated-list.tsx';

/** The number of items with their summary; older ones have their title only, so that a long list stays light. */
const summarised = 10;

/** All news by year, the latest first. */
export function NewsList({ view: { site, language } }: { view: View }) {
  const entries = newsOf(site).map((page, index) => entryOf(page, language, index < summarised));
  return (
    <div className="flow-[1.75em]" data-search="skip">
      <YearlyList language={language} entries={entries} />
    </div>
  );
}

/** A news item as an entry of a list. */
export function entryOf(page: Page, { code }: Language, hasText: boolean): DatedEntry {
  const { path, title, teaser } = twinOf(page, code);
  return { day: page.day ?? '', path, title, text: hasText ? teaser : null };
}
