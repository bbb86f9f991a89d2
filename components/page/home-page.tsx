import { useTranslations } from 'next-intl';
import { pageOf, twinOf, type View } from '#lib/site/site.ts';
import { Facade } from '../drawings/facade.tsx';
import { ChangeNotes } from '../layout/updated.tsx';
import { LatestNews } from '../news/news-list.tsx';
import { PageBody } from './page-body.tsx';

/** The home page: mission, façade, top tasks, then the body. */
export function HomePage({ view }: { view: View }) {
  const t = useTranslations();
  const { site, page, language } = view;
  const { title, summary } = twinOf(page, language.code);
  return (
    <>
      <div className="wrap grid items-baseline gap-x-column gap-y-5 pt-[clamp(1.25rem,0.5rem+1.5vw,1.75rem)] pb-4 lg:grid-cols-2 print:block print:pt-[8mm] print:pb-[5mm]">
        <h1 className="text-[min(1.5rem+2.3vw,3.25rem)]">{title}</h1>
        <p className="text-lg">{summary}</p>
      </div>
      <Facade alternative={t('facade')} />
      <nav className="wrap pt-4 print:hidden" aria-label={t('menu.tasks')}>
        <ul className="grid gap-x-column gap-y-5 md:grid-cols-2 lg:grid-cols-4">
          {site.navigation.tasks.map((key) => {
            const { path, label, teaser } = twinOf(pageOf(site, key), language.code);
            return (
              <li key={key}>
                <a className="heading inline-block py-2" href={path}>
                  {label}
                </a>
                <p className="text-sm text-soft">{teaser}</p>
              </li>
            );
          })}
        </ul>
      </nav>
      <LatestNews view={view} />
      <PageBody view={view} />
      <ChangeNotes view={view} />
    </>
  );
}
