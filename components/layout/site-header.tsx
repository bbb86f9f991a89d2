import { useTranslations } from 'next-intl';
import { homeKey, pageOf, trailOf, twinOf } from '#lib/site/site.ts';
import type { View } from '#lib/site/view.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { Menu } from './menu.tsx';

/** Wordmark, language switch and menu. */
export function SiteHeader({ view }: { view: View }) {
  const t = useTranslations();
  const { site, language, page } = view;
  const current = trailOf(site, page).map(({ key }) => key);
  return (
    <header className="site-header">
      <div className="wrap">
        <a className="wordmark" href={twinOf(pageOf(site, homeKey), language.code).path}>
          <small>{t('organisation.type')}</small> <span className="serif">{t('organisation.name')}</span>
        </a>
        <div className={site.search === null ? 'languages alone' : 'languages'}>
          <LanguageSwitch view={view} />
        </div>
        <Menu view={view} trail={current} />
      </div>
    </header>
  );
}
