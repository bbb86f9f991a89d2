import { useTranslations } from 'next-intl';
import { pageOf, twinOf, type View } from '#lib/site/site.ts';
import { Facade } from '../drawings/facade.tsx';
import { PageBody } from './page-body.tsx';

/** The home page: mission, façade, top tasks, then the body. */
export function HomePage({ view }: { view: View }) {
  const t = useTranslations();
  const { site, page, language } = view;
  const { title, summary } = twinOf(page, language.code);
  return (
    <>
      <div className="wrap grid items-baseline-last gap-x-column gap-y-5 pt-[clamp(1.75rem,1rem+3.2vw,4rem)] pb-[clamp(1.25rem,2.5vw,2.5rem)] lg:grid-cols-[minmax(0,8fr)_minmax(0,4fr)] print:block print:pt-[8mm] print:pb-[5mm]">
        <h1>{title}</h1>
        <p className="text-lg">{summary}</p>
      </div>
      <Facade alternative={t('facade')} />
      <nav className="wrap pt-[clamp(1.25rem,2vw,2rem)] print:hidden" aria-label={t('menu.tasks')}>
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
      <PageBody view={view} />
    </>
  );
}
