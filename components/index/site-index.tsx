import { useTranslations } from 'next-intl';
import { homeKey, type Page, pageOf, pagesOfIndex, twinOf, type View } from '#lib/site/site.ts';

/** A tree of the other pages of the site; on a large site only its upper levels. */
export function SiteIndex({ view: { site, page: own, language } }: { view: View }) {
  const t = useTranslations();
  const listed = pagesOfIndex(site);
  const below = (key: string) => listed.filter(({ parent }) => parent === key);
  const link = (page: Page) => {
    const { path, label, title } = twinOf(page, language.code);
    return (
      <a className="py-1.5" href={path}>
        {page.key === homeKey ? label : title}
      </a>
    );
  };
  const branch = (page: Page) => {
    const children = below(page.key);
    return (
      <li key={page.key} className="break-inside-avoid">
        {link(page)}
        {page.key !== homeKey && children.length > 0 && <ul>{children.map(branch)}</ul>}
      </li>
    );
  };
  return (
    <div className="md:*:columns-2" data-search="skip">
      <ul>
        {branch(pageOf(site, homeKey))}
        {below(homeKey)
          .filter(({ key }) => key !== own.key)
          .map(branch)}
      </ul>
      {listed.length < site.pages.length && <p>{t('morePages')}</p>}
    </div>
  );
}
