import { useTranslations } from 'next-intl';
import { pageOf, twinOf } from '#lib/site/site.ts';
import type { View } from '#lib/site/view.ts';
import { Facade } from '../drawings/facade.tsx';
import { PageBody } from './page-body.tsx';

/** The mission, the façade, the four top tasks like a pavement before it, then the body. */
export function HomePage({ view }: { view: View }) {
  const t = useTranslations();
  const { site, page, language } = view;
  const { title, summary } = twinOf(page, language.code);
  return (
    <>
      <div className="wrap opening">
        <h1>{title}</h1>
        <p className="lead">{summary}</p>
      </div>
      <Facade alternative={t('facade')} />
      <nav className="wrap tasks" aria-label={t('menu.tasks')}>
        <ul>
          {site.navigation.tasks.map((key) => {
            const { path, label, teaser } = twinOf(pageOf(site, key), language.code);
            return (
              <li key={key}>
                <a className="serif" href={path}>
                  {label}
                </a>
                <p className="small text-soft">{teaser}</p>
              </li>
            );
          })}
        </ul>
      </nav>
      <PageBody view={view} />
    </>
  );
}
