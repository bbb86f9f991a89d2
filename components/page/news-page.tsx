import { useTranslations } from 'next-intl';
import { formatDay } from '#lib/languages/dates.ts';
import { contactOf, pageOf, twinOf, type View } from '#lib/site/site.ts';
import { UnitLink } from '../contact-card/contact-card.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { Updated } from '../layout/updated.tsx';
import { Callout } from '../text/callout.tsx';
import { Columns } from './columns.tsx';

/** A news item: its day, its text, and the units and pages that it is about. */
export function NewsPage({ view }: { view: View }) {
  const { page, language } = view;
  const day = page.day ?? '';
  return (
    <>
      <div className="wrap">
        <PageHeader view={view} kicker={<time dateTime={day}>{formatDay(day, language)}</time>} />
        <OldNews view={view} />
        <Columns view={view} />
      </div>
      <Subjects view={view} />
      <Updated view={view} />
    </>
  );
}

/** A note on an item that is more than a year old on the day of the build. */
function OldNews({ view: { site, page, language } }: { view: View }) {
  const t = useTranslations();
  const yearAgo = site.day && `${Number(site.day.slice(0, 4)) - 1}${site.day.slice(4)}`;
  if (!yearAgo || page.day === null || page.day >= yearAgo) return null;
  return (
    <div className="gap-x-column pb-7 lg:grid lg:grid-cols-3">
      <Callout title={t('news.old')} className="lg:col-span-2 lg:col-start-2">
        <p data-search="skip">{t('news.oldText', { day: formatDay(page.day, language) })}</p>
      </Callout>
    </div>
  );
}

/** Links to the units and the pages that an item is about. */
function Subjects({ view }: { view: View }) {
  const t = useTranslations();
  const { site, page, language } = view;
  const { units, pages } = page.about;
  if (units.length + pages.length === 0) return null;
  return (
    <nav className="wrap section print:hidden" aria-labelledby="about">
      <h2 id="about" className="text-xl/[1.06]">
        {t('news.about')}
      </h2>
      <ul className="border-t border-line *:border-b *:border-line *:py-2" data-units>
        {units.map((id) => (
          <li key={id} className="flex">
            <UnitLink view={view} contact={contactOf(site, id)} />
          </li>
        ))}
        {pages.map((key) => {
          const { path, title } = twinOf(pageOf(site, key), language.code);
          return (
            <li key={key} className="flex">
              <a className="py-2" href={path}>
                {title}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
