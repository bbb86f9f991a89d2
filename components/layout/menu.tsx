import { useTranslations } from 'next-intl';
import { pageOf, twinOf } from '#lib/site/site.ts';
import type { View } from '#lib/site/view.ts';
import { SearchBox } from '../search/search-box.tsx';

/**
 * The search box and the main navigation. Narrow: a popover, opened by the button, closed by Escape, by a click outside or by its own button;
 * the browser does all of it. Wide: the same elements stand in place. Without popover support they are simply there.
 */
export function Menu({ view, trail }: { view: View; trail: readonly string[] }) {
  const t = useTranslations();
  const { site, page, language } = view;
  const section = trail.findLast((key) => site.navigation.header.includes(key));
  return (
    <>
      <button className="control menu-button" type="button" popoverTarget="menu">
        {t('menu.open')}
      </button>
      <div className="menu" id="menu" popover="auto">
        <button
          className="control menu-button close"
          type="button"
          popoverTarget="menu"
          popoverTargetAction="hide"
        >
          {t('menu.close')}
        </button>
        <SearchBox view={view} />
        <nav aria-label={t('menu.main')}>
          <ul>
            {site.navigation.header.map((key) => {
              const { path, label } = twinOf(pageOf(site, key), language.code);
              const current = key === page.key ? 'page' : key === section ? 'true' : undefined;
              return (
                <li key={key}>
                  <a href={path} aria-current={current}>
                    {label}
                  </a>
                </li>
              );
            })}
          </ul>
        </nav>
      </div>
    </>
  );
}
