import { childrenOf, twinOf, type View } from '#lib/site/site.ts';
import { Row, Rows } from '../text/rows.tsx';

/** The pages below this one, each with its teaser. */
export function SubPages({ view: { site, page, language } }: { view: View }) {
  return (
    <Rows search="skip">
      {childrenOf(site, page.key).map((child) => {
        const { path, title, teaser } = twinOf(child, language.code);
        return (
          <Row key={child.key} title={<a href={path}>{title}</a>}>
            <p>{teaser}</p>
          </Row>
        );
      })}
    </Rows>
  );
}
