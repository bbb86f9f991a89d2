import { childrenOf, homeKey, type Page, pageOf, twinOf } from '#lib/content/site.ts';
import type { View } from '#lib/site.ts';

/** All pages of the site as a tree. */
export function SiteIndex({ view: { site, language } }: { view: View }) {
  const link = (page: Page) => {
    const { path, label, title } = twinOf(page, language.code);
    return <a href={path}>{page.key === homeKey ? label : title}</a>;
  };
  const branch = (page: Page) => {
    const children = childrenOf(site, page.key);
    return (
      <li key={page.key}>
        {link(page)}
        {page.key !== homeKey && children.length > 0 && <ul>{children.map(branch)}</ul>}
      </li>
    );
  };
  return (
    <div className="site-index">
      <ul>
        {branch(pageOf(site, homeKey))}
        {childrenOf(site, homeKey).map(branch)}
      </ul>
    </div>
  );
}
