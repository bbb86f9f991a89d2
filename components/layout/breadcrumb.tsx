import { useTranslations } from 'next-intl';
import { trailOf, twinOf } from '#lib/site/site.ts';
import type { View } from '#lib/site/view.ts';

/** The way from the home page to this page. */
export function Breadcrumb({ view: { site, page, language } }: { view: View }) {
  const t = useTranslations();
  return (
    <nav aria-label={t('breadcrumb')}>
      <ol className="breadcrumb">
        {trailOf(site, page).map((each) => {
          const { path, label } = twinOf(each, language.code);
          return (
            <li key={each.key}>
              {each.key === page.key ? <span aria-current="page">{label}</span> : <a href={path}>{label}</a>}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
