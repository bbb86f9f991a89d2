import type { Language } from '../languages/languages.ts';
import { pathOf, type Site } from '../site/site.ts';
import { xml } from './xml.ts';

export const openSearchType = 'application/opensearchdescription+xml';

/** The path of the OpenSearch description in a language. */
export function openSearchPath({ code }: Language): string {
  return `/${code}/search.opensearch`;
}

/**
 * The OpenSearch 1.1 description of the search page in a language, with which browsers offer it as a search engine.
 * @param names a short name of at most 16 characters, a long one of at most 48, a description of at most 1024
 * @throws Error when the site has no search page
 */
export function openSearchDescription(
  site: Site,
  language: Language,
  names: { readonly shortName: string; readonly longName: string; readonly description: string },
): string {
  const page = site.origin + pathOf(site, site.search ?? '', language.code);
  const elements = [
    `<ShortName>${xml(names.shortName)}</ShortName>`,
    `<LongName>${xml(names.longName)}</LongName>`,
    `<Description>${xml(names.description)}</Description>`,
    `<Url type="text/html" template="${xml(page)}?q={searchTerms}"/>`,
    `<Url type="${openSearchType}" rel="self" template="${xml(site.origin + openSearchPath(language))}"/>`,
    `<Language>${language.tag}</Language>`,
    '<InputEncoding>UTF-8</InputEncoding>',
    '<OutputEncoding>UTF-8</OutputEncoding>',
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
${elements.map((element) => `  ${element}`).join('\n')}
</OpenSearchDescription>
`;
}
