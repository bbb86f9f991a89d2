import { publicationsOf } from '#lib/documents/publications.ts';
import { twinOf, type View } from '#lib/site/site.ts';
import { Row, Rows } from '../text/rows.tsx';
import { PublicationFacts } from './publication-facts.tsx';

/** The publications of the site, the newest first. The gate refuses an empty list. */
export function Publications({ view }: { view: View }) {
  const { site, language } = view;
  return (
    <div className="first:*:border-t-0">
      <Rows search="skip">
        {publicationsOf(site).map((publication) => {
          const { path, title, teaser } = twinOf(publication, language.code);
          return (
            <Row key={publication.key} title={<a href={path}>{title}</a>}>
              <p>{teaser}</p>
              <p className="text-sm text-soft">
                <PublicationFacts view={view} publication={publication} />
              </p>
            </Row>
          );
        })}
      </Rows>
    </div>
  );
}
