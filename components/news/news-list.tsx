import { useTranslations } from 'next-intl';
import type { Language } from '#lib/languages/languages.ts';
import { newsOf, type Page, pageOf, twinOf, type View } from '#lib/site/site.ts';
import { type DatedEntry, DatedList, YearlyList } from '../dated/dated-list.tsx';

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

function entryOf(page: Page, { code }: Language, hasText: boolean): DatedEntry {
  const { path, title, teaser } = twinOf(page, code);
  return { day: page.day ?? '', path, title, text: hasText ? teaser : null };
}

/** The latest three news items, for the home page; nothing without news. */
export function LatestNews({ view: { site, language } }: { view: View }) {
  const t = useTranslations();
  const latest = newsOf(site).slice(0, 3);
  if (site.news === null || latest.length === 0) return null;
  const list = twinOf(pageOf(site, site.news), language.code);
  return (
    <section className="wrap section" aria-labelledby="news">
      <h2 id="news">{list.label}</h2>
      <div className="flow-3">
        <DatedList language={language} entries={latest.map((page) => entryOf(page, language, true))} />
        <p>
          <a href={list.path}>{t('news.all')}</a>
        </p>
      </div>
    </section>
  );
}
