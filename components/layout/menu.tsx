import { useTranslations } from 'next-intl';
import { pageOf, twinOf, type View } from '#lib/site/site.ts';
import { SearchBox } from '../search/search-box.tsx';
import { type LinkEntry, Links } from './links.tsx';

/** Search box and main navigation: a popover on a narrow screen; on a wide one, or without support, part of the header. */
export function Menu({ view, trail }: { view: View; trail: readonly string[] }) {
  const t = useTranslations();
  const { site, page, language } = view;
  const section = trail.findLast((key) => site.navigation.header.includes(key));
  const linkTo = (key: string): LinkEntry => {
    const { path, label } = twinOf(pageOf(site, key), language.code);
    const current = key === page.key ? 'page' : key === section && 'true';
    return { href: path, text: label, ...(current && { 'aria-current': current }) };
  };
  return (
    <>
      <button className="control border-[1.5px] md:hidden print:hidden" type="button" popoverTarget="menu">
        {t('menu.open')}
      </button>
      {/* biome-ignore lint/a11y/useSemanticElements: it groups no fields */}
      <div className="menu" id="menu" popover="auto" role="group" aria-label={t('menu.open')}>
        <button
          className="control mb-3 ml-auto flex border-[1.5px] md:hidden md:in-[:popover-open]:flex"
          type="button"
          popoverTarget="menu"
          popoverTargetAction="hide"
        >
          {t('menu.close')}
        </button>
        <SearchBox view={view} />
        <nav aria-label={t('menu.main')}>
          <ul>
            <Links links={site.navigation.header.map(linkTo)} />
          </ul>
        </nav>
      </div>
    </>
  );
}
