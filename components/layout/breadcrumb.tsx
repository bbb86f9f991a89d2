import { useTranslations } from 'next-intl';
import { trailOf, twinOf, type View } from '#lib/site/site.ts';

/** Links from the home page down to this page. A narrow screen leaves out the page itself: its heading is right below. */
export function Breadcrumb({ view: { site, page, language } }: { view: View }) {
  const t = useTranslations();
  return (
    <nav aria-label={t('breadcrumb')}>
      <ol className="flex flex-wrap gap-x-2 pt-2 text-sm/[1.6] print:hidden" data-breadcrumb>
        {trailOf(site, page).map((each) => {
          const { path, label } = twinOf(each, language.code);
          return (
            <li key={each.key} className="flex gap-2 not-first:slash max-md:last:hidden">
              {each.key === page.key ? (
                <span className="py-1" aria-current="page">
                  {label}
                </span>
              ) : (
                <a href={path}>{label}</a>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
