import { publicationsOf } from '#lib/documents/publications.ts';
import { twinOf, type View } from '#lib/site/site.ts';
import { PublicationFacts } from './publication-facts.tsx';

/** The publications of the site, the newest first. The gate refuses an empty list. */
export function Publications({ view }: { view: View }) {
  const { site, language } = view;
  return (
    <ul className="dated first:border-t-0" data-search="skip">
      {publicationsOf(site).map((publication) => {
        const { path, title, teaser } = twinOf(publication, language.code);
        return (
          <li key={publication.key}>
            <a className="font-serif text-lg" href={path}>
              {title}
            </a>
            <p>{teaser}</p>
            <p className="text-sm text-soft">
              <PublicationFacts view={view} publication={publication} />
            </p>
          </li>
        );
      })}
    </ul>
  );
}
