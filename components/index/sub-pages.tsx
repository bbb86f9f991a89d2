import { childrenOf, twinOf } from '#lib/site/site.ts';
import type { View } from '#lib/site/view.ts';

/** The pages below this one, each with a line that says what it is for. */
export function SubPages({ view: { site, page, language } }: { view: View }) {
  return (
    <ul className="rows" data-search="skip">
      {childrenOf(site, page.key).map((child) => {
        const { path, title, teaser } = twinOf(child, language.code);
        return (
          <li key={child.key}>
            <h3>
              <a href={path}>{title}</a>
            </h3>
            <p className="row-body">{teaser}</p>
          </li>
        );
      })}
    </ul>
  );
}
