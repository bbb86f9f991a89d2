import type { Finding } from '../finding/finding.ts';
import { rule } from '../finding/finding.ts';
import type { PageFile } from '../read/files.ts';

/* Publications: pages about a report, with its documents. */

export const bareSummary = rule({ code: 'C321', severity: 'error', guide: 'documents' });
export const emptyList = rule({ code: 'C322', severity: 'error', guide: 'documents' });
export const impossibleYear = rule({ code: 'C323', severity: 'error', guide: 'documents' });

/** C321 to C323: every publication has a document and a possible year, and no list of publications is empty. */
export function checkPublications(pageFiles: readonly PageFile[]): Finding[] {
  const publications = pageFiles.filter(({ frontMatter: { value } }) => value?.template === 'publication');
  const areHidden = publications.every(({ frontMatter: { value } }) => value?.draft);
  return [
    ...publications.flatMap(checkPublication),
    ...pageFiles.flatMap(({ body, frontMatter: { value } }) => {
      return areHidden && !value?.draft
        ? (body?.components.get('Publications') ?? []).map((place) => emptyList.at(place))
        : [];
    }),
  ];
}

function checkPublication({ body, frontMatter: { value, place } }: PageFile): Finding[] {
  const { year = 0, published = '', draft } = value ?? {};
  const isPossible = year <= Number(published.slice(0, 4));
  return [
    ...(body && !draft && body.documents.length === 0 ? [bareSummary.at(place(['template']))] : []),
    ...(isPossible ? [] : [impossibleYear.at(place(['year']), { year, published })]),
  ];
}
