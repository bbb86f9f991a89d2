import { useTranslations } from 'next-intl';
import { newsOf, pageOf, twinOf, type View } from '#lib/site/site.ts';
import { DatedList } from '../dated/dated-list.tsx';
import { entryOf } from './news-list.tsx';

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
